import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Package {
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
/** What an installation without development has: name and version of each, as the lock file writes them. */
const production = Object.entries(lock.packages).filter(
  ([name, { dev, devOptional }]) => name !== '' && !dev && !devOptional,
);

/** Licences that ask for no more than a notice. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]);

/** Of an SPDX expression: one side of an OR is enough, every side of an AND is needed. */
function isAllowed(expression: string): boolean {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/\bOR\b/.test(inner)) return inner.split(/\s+OR\s+/).some(isAllowed);
  return inner.split(/\s+AND\s+/).every((name) => ALLOWED.has(name.replace(/[()]/g, '')));
}

test('a licence is judged by all its parts', () => {
  expect(['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'].map(isAllowed)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['GPL-3.0', 'MIT AND LGPL-3.0', 'SEE LICENSE IN x', ''].map(isAllowed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('every package of production has a licence that is allowed, and a hash', () => {
  expect(production.length).toBeGreaterThan(50);
  expect(
    production.filter(([, { license = '' }]) => !isAllowed(license)).map(([name]) => name),
  ).toEqual([]);
  expect(production.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
});

test('no package of production needs a script when it is installed', () => {
  // What is optional is a faster way to do what is done without it.
  const needed = production.filter(([, each]) => each.hasInstallScript && !each.optional);
  expect(needed.map(([name]) => name)).toEqual([]);
});

test('what is overridden is nowhere else in another version', () => {
  const { overrides } = JSON.parse(read('package.json')) as { overrides: Record<string, string> };
  for (const [name, version] of Object.entries(overrides))
    for (const [where, found] of Object.entries(lock.packages))
      if (where.endsWith(`node_modules/${name}`))
        expect([where, (found as { version?: string }).version]).toEqual([where, version]);
});

test('dependencies are pinned exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('the image runs the production profile as a user without rights, and needs no install script', () => {
  const stages = read('Dockerfile').split(/^FROM /m);
  const last = stages.at(-1)!;
  expect(last).toMatch(/ENTENTE_PROFILE=production/);
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  for (const [install] of read('Dockerfile').matchAll(/npm ci[^&\n\\]*/g))
    expect(install).toContain('--ignore-scripts');
  expect(read('Dockerfile')).toMatch(/npm ci --omit=dev --ignore-scripts/);
  // Settings that npm does not know are warned of at each call, and soon refused.
  expect(read('.npmrc').trim().split('\n').sort()).toEqual([
    'audit=false',
    'fund=false',
    'ignore-scripts=true',
    'omit-lockfile-registry-resolved=true',
    'save-exact=true',
  ]);
});

test('the containers may write their data only, and gain no rights', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true });
  for (const name of ['server', 'ingest']) {
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(services[name].security_opt).toContain('no-new-privileges:true');
    expect(services[name].environment.ENTENTE_PROFILE).toMatch(/production/);
  }
});

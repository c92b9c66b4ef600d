import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-options-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function entente(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [path.join(ROOT, 'bin/entente.js'), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ENTENTE_HOME: `${folder}/home` } },
  );
  return { status, stdout, stderr };
}

test.each([
  [['ingest', '--dryrun', 'X'], '"entente ingest" has no option --dryrun; it has --format,'],
  [['ingest', 'X', '-n'], '"entente ingest" has no option -n; '],
  [['--dry-run', 'ingest', 'X'], '"entente" has no option --dry-run; it has none.'],
  [['ingest', 'X', '--report'], '--report needs a value; write it as --report=VALUE.'],
  [['ingest', 'X', '--no-report'], '"entente ingest" has no option --no-report; '],
  [['serve', '--port', '4000'], '"entente serve" has no option --port; it has none.'],
  [['neo4j', '--force', 'stop'], '"entente neo4j" has no option --force; it has none.'],
  [['neo4j', 'stop', '--force'], '"entente neo4j stop" has no option --force; it has none.'],
])('an option that does not exist is refused, and nothing is done: %j', (args, message) => {
  const { status, stdout, stderr } = entente(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`error: ${message}`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(existsSync(`${folder}/home`)).toBe(false);
});

test('options that exist are taken, however they are written', () => {
  const examples = path.join(ROOT, 'examples/labelled/texts');
  expect(
    entente('ingest', '--dryRun', '--jobs=1', '--no-dry-run', '--dry-run', '--help').status,
  ).toBe(0);
  expect(entente('ingest', '--dry-run', '--published-on', '2025', examples)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('"dryRun": true'),
  });
});

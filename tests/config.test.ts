import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../src/config.ts';
import { envExample, settingsTable } from './helpers/settings-text.ts';

const root = path.resolve(import.meta.dirname, '..');
const README = path.join(root, 'README.md');

test('all mistakes of the environment are told at once, with the rule that was broken', () => {
  expect(() =>
    readConfig({ PORT: 'x', NEO4J_URI: 'localhost:7687', LOG_LEVEL: 'loud' }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [ConfigError: bad environment:
      PORT: Invalid input: expected number, received NaN
      NEO4J_URI: must look like neo4j://host:7687
      LOG_LEVEL: Invalid option: expected one of "silent"|"error"|"warn"|"info"|"debug"
    All settings: see .env.example]
  `);
});

test('defaults are safe: this machine only, no password of ours', () => {
  expect(readConfig({})).toMatchObject({
    HOST: '127.0.0.1',
    NEO4J_PASSWORD: '',
    ENTENTE_PROFILE: 'development',
  });
  expect(readConfig({ PORT: '' }).PORT).toBe(4000);
});

test.each([
  ['bolt://ada:s%40fe@db.example:7687', 'bolt://db.example:7687', 'ada', 's@fe'],
  ['neo4j+s://ada@db.example', 'neo4j+s://db.example', 'ada', ''],
  ['bolt://:pw@[::1]:7687', 'bolt://[::1]:7687', 'neo4j', 'pw'],
  ['bolt://ada:a@b/c@db.example', 'bolt://db.example', 'ada', 'a@b/c'],
])('credentials in %s become settings of their own', (given, uri, user, password) => {
  expect(readConfig({ NEO4J_URI: given })).toMatchObject({
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
  });
});

test.each([
  [{ NEO4J_URI: 'bolt://ada:hidden@h', NEO4J_PASSWORD: 'other' }, /it holds a password, and/],
  [{ NEO4J_URI: 'bolt://ada:hidden%zz@h' }, /are not percent-encoded/],
])('two passwords, or one that cannot be read, are refused without showing it', (env, message) => {
  const read = () => readConfig(env);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/hidden/);
});

test('.env.example is the table of settings (update: npm test -- -u)', async () => {
  await expect(envExample()).toMatchFileSnapshot('../.env.example');
});

test('the README shows the table of settings (update: UPDATE=1 npm test)', () => {
  const text = readFileSync(README, 'utf8');
  const wanted = text.replace(
    /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/,
    (_, open: string, close: string) => `${open}${settingsTable()}\n${close}`,
  );
  if (process.env.UPDATE) writeFileSync(README, wanted);
  expect(readFileSync(README, 'utf8')).toBe(wanted);
});

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly image?: string;
        readonly environment?: Readonly<Record<string, string>>;
        readonly ports?: readonly string[];
        readonly volumes?: readonly string[];
      }
    >
  >;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), {
  merge: true,
}) as Compose;

test('the containers are given settings that exist, and publish to this machine only', () => {
  for (const name of ['server', 'ingest'])
    for (const setting of Object.keys(compose.services[name]!.environment!))
      expect(SETTINGS).toHaveProperty(setting);
  for (const { ports = [] } of Object.values(compose.services))
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  for (const { volumes = [] } of Object.values(compose.services))
    for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
});

test('the container’s Neo4j is the version that is embedded', () => {
  const version = /<neo4j.version>([\d.]+)</.exec(
    readFileSync(path.join(root, 'pom.xml'), 'utf8'),
  )?.[1];
  expect(compose.services.neo4j!.image).toBe(`neo4j:${version}-community`);
});

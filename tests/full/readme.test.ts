import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, body]) =>
    body!.trim(),
  );
const commands = blocks('sh').flatMap((body) => body.split('\n'));

let clone: string;
let home: string;
let server: ReturnType<typeof spawn>;
let told = '';
const environment = () => ({
  ...process.env,
  ENTENTE_HOME: home,
  PORT: '0',
  NEO4J_BOLT_PORT: '0',
  NEO4J_HTTP_PORT: '0',
  READ_TIMEOUT_MS: '20000',
  REQUEST_TIMEOUT_MS: '30000',
  CI: 'true',
});
const options = (): SpawnOptions => ({ cwd: clone, env: environment() });

beforeAll(async () => {
  clone = mkdtempSync(path.join(tmpdir(), 'entente-clone-'));
  home = mkdtempSync(path.join(tmpdir(), 'entente-home-'));
  execFileSync('git', ['clone', '--quiet', ROOT, clone]);
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit'], {
    cwd: clone,
    env: environment(),
    stdio: 'ignore',
  });
  server = spawn('npm', ['start'], {
    ...options(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  server.stderr!.on('data', (chunk) => {
    told += chunk;
  });
  for (
    const end = performance.now() + 180_000;
    !told.includes('Entente is ready') && server.exitCode === null && performance.now() < end;
  )
    await new Promise((wake) => setTimeout(wake, 200));
  expect(told).toContain('Entente is ready');
});
afterAll(async () => {
  if (server?.exitCode === null) {
    const ended = new Promise((resolve) => server.once('close', resolve));
    process.kill(-server.pid!, 'SIGINT');
    await ended;
  }
  for (const folder of [clone, home]) if (folder) rmSync(folder, { recursive: true, force: true });
});

const address = () => /start page +(\S+)/.exec(told)?.[1] ?? '';

test('the first command starts everything, and prints where', () => {
  expect(commands[0]).toBe('npm ci && npm start');
  expect(told).toMatch(/GraphiQL +http:\/\/127\.0\.0\.1:\d+\/graphiql/);
  expect(told).toMatch(/Neo4j Browser +http:\/\/127\.0\.0\.1:\d+\/browser\//);
  expect(told).toMatch(/user, password +neo4j, shown by: npx entente neo4j status --password/);
  const password = readFileSync(path.join(home, 'neo4j-password'), 'utf8').trim();
  expect(told).not.toContain(password);
});

test('the second command is the tests', () => {
  expect(commands[1]).toBe('npm ci && npm test');
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(scripts.test).toBe('vitest run');
});

test.each(['', 'graphiql', 'cypher', 'health/ready'])('/%s answers', async (page) => {
  expect((await fetch(address() + page)).status).toBe(200);
});

describe.each(
  blocks('graphql').map((query) => [query.slice(0, 50).replace(/\s+/g, ' '), query] as const),
)('%s', (_, query) => {
  test('finds something', async () => {
    const response = await fetch(`${address()}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-entente-explain': 'true' },
      body: JSON.stringify({ query }),
    });
    const { data, errors, extensions } = (await response.json()) as {
      data: object;
      errors?: unknown;
      extensions: { explain: { cypher: string }[] };
    };
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).length).toBeGreaterThan(200);
    expect(extensions.explain.length).toBe(1);
  });
});

test.each(commands.filter((command) => command.startsWith('npx entente ')))('%s', (command) => {
  const [, ...args] = command.split(' ');
  const output = execFileSync('npx', args, {
    cwd: clone,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (command.includes('--dry-run'))
    expect(JSON.parse(output)).toMatchObject({ rejected: 0, written: 0, dryRun: true });
  else if (command.includes(' ingest '))
    expect(JSON.parse(output)).toMatchObject({ rejected: 0, written: 0 });
  else if (command.includes(' export ')) expect(output.split('\n').length).toBeGreaterThan(500);
  else if (command.includes(' evaluate ')) expect(output).toMatch(/^Relationships\n/m);
  else if (command.includes(' status')) expect(output).toMatch(/Bolt +bolt:/);
});

test('every other command is one of those', () => {
  expect(
    commands.filter((command) => !/^(npx entente |npm ci && npm (start|test)$)/.test(command)),
  ).toEqual([]);
});

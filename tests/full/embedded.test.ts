import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/database.ts';
import { findEmbedded, type Supervised, startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/entente.js');
const log = createLog('silent');
let home: string;
let running: Supervised | undefined;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'entente-embedded-'));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(home, { recursive: true, force: true });
});

const settings = () => ({
  ENTENTE_HOME: home,
  ENTENTE_CACHE: process.env.ENTENTE_CACHE,
  NEO4J_BOLT_PORT: '0',
  NEO4J_HTTP_PORT: '0',
});
const configured = (more: Record<string, string> = {}) => readConfig({ ...settings(), ...more });
const environment = (): NodeJS.ProcessEnv =>
  ({ ...process.env, ...settings() }) as NodeJS.ProcessEnv;
const alive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

async function until(
  what: string,
  test: () => boolean | Promise<boolean>,
  ms = 60_000,
): Promise<void> {
  for (
    const end = performance.now() + ms;
    performance.now() < end;
    await new Promise((wake) => setTimeout(wake, 100))
  )
    if (await test()) return;
  throw new Error(`waited too long until ${what}`);
}

async function answers({
  uri,
  user,
  password,
}: {
  uri: string;
  user: string;
  password: string;
}): Promise<boolean> {
  const database = openDatabase({ uri, user, password });
  try {
    await database.ping();
    return true;
  } catch {
    return false;
  } finally {
    await database.close();
  }
}

test('it asks for the generated password, which only its owner can read; a second instance is refused', async () => {
  running = await startSupervised(configured(), log, { lean: true });
  await until('it answers', () => answers(running!));
  expect(await answers({ ...running, password: 'neo4j' })).toBe(false);
  expect(statSync(path.join(home, 'neo4j-password')).mode & 0o777).toBe(0o600);
  await expect(startSupervised(configured(), log, { lean: true })).rejects.toThrow(
    /is in use by another Entente; stop that one, or set ENTENTE_HOME/,
  );
});

test('when it dies it is started again on the same port; stopped, it leaves nothing behind', async () => {
  running = await startSupervised(configured(), log, { lean: true });
  const { pid } = running;
  process.kill(pid, 'SIGKILL');
  await until('it answers again', () => answers(running!));
  const now = findEmbedded(configured())!;
  expect(now.pid).not.toBe(pid);
  await running.stop();
  running = undefined;
  expect(alive(now.pid)).toBe(false);
  expect(findEmbedded(configured())).toBeUndefined();
});

test('when its parent is killed it goes too, and the next start works', async () => {
  const parent = spawn('node', [PROGRAM, 'neo4j', 'console'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => parent.stdout.once('data', resolve));
  const { pid } = findEmbedded(configured())!;
  parent.kill('SIGKILL');
  await until('Java has gone', () => !alive(pid), 30_000);
  running = await startSupervised(configured(), log, { lean: true });
  await until('it answers', () => answers(running!));
});

test('a taken port is told, and another one is used', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  running = await startSupervised(configured({ NEO4J_BOLT_PORT: String(port) }), log, {
    lean: true,
  });
  expect(running.uri).not.toContain(`:${port}`);
  await new Promise((resolve) => taken.close(resolve));
});

test('started in the background, it can be asked for and stopped', () => {
  const run = (...args: string[]) =>
    execFileSync('node', [PROGRAM, 'neo4j', ...args], { env: environment(), encoding: 'utf8' });
  expect(run('status')).toBe('it is not running\n');
  expect(run('start')).toMatch(/Bolt +bolt:\/\/127\.0\.0\.1:\d+/);
  expect(run('status')).toMatch(/version +5\.26\.\d+/);
  expect(run('stop')).toBe('stopped\n');
  expect(run('stop')).toBe('it is not running\n');
});

test('Ctrl-C stops the server and Neo4j, and gives a good exit code', async () => {
  const server = spawn('node', [PROGRAM, 'serve'], {
    env: { ...environment(), PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  server.stderr.on('data', (chunk) => {
    told += chunk;
  });
  await until('the server is ready', () => told.includes('Entente is ready'), 120_000);
  const { pid } = findEmbedded(configured())!;
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
  server.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(alive(pid)).toBe(false);
});

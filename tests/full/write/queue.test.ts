import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { emptyDatabase, workerNeo4j } from '../../helpers/neo4j.ts';
import { type Program, run, runProgram, until } from '../../helpers/program.ts';

const REDIS = 'redis-server';
const REDIS_CLI = 'redis-cli';
const hasRedis = spawnSync(REDIS, ['--version']).status === 0;
if (!hasRedis) process.stderr.write(`${REDIS} is not installed: the queue is not tested\n`);
/** How often two workers are killed; ENTENTE_TEST_ROUNDS asks for more. */
const ROUNDS = Number(process.env.ENTENTE_TEST_ROUNDS ?? 1);
const DOCUMENTS = 120;
const STATES = 'Japan Norway Poland Australia Canada India Egypt Brazil Greece Finland'.split(' ');

let folder: string;
let port: number;
let redis: ChildProcess;
let env: Record<string, string>;
let database: Database;
const workers: Program[] = [];

async function startRedis(): Promise<void> {
  redis = spawn(REDIS, ['--port', String(port), '--dir', folder, '--appendonly', 'yes'], {
    stdio: 'ignore',
  });
  await until('Redis answers', () =>
    spawnSync(REDIS_CLI, ['-p', String(port), 'ping']).stdout.includes('PONG'),
  );
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null
      ? child.once('close', () => resolve())
      : resolve(),
  );

beforeAll(async () => {
  if (!hasRedis) return;
  folder = mkdtempSync(path.join(tmpdir(), 'entente-queue-'));
  port = await getPort();
  await startRedis();
  const lines = Array.from({ length: DOCUMENTS }, (_, at) =>
    JSON.stringify({
      id: `n${at}`,
      text: `On ${1 + (at % 28)} March 2025, ${STATES[at % 10]} and ${STATES[(at + 1 + (at % 8)) % 10]} signed the Treaty of ${STATES[(at * 3) % 10]} No. ${at}. ${STATES[at % 10]} operates ${at + 2} F-16 fighters.`,
      publishedOn: '2025-04-01',
    }),
  );
  writeFileSync(path.join(folder, 'documents.jsonl'), lines.join('\n'));
  const { uri, password } = workerNeo4j();
  env = {
    NEO4J_URI: uri,
    NEO4J_PASSWORD: password,
    ENTENTE_QUEUE_URL: `redis://127.0.0.1:${port}`,
    ENTENTE_SPOOL: path.join(folder, 'spool'),
  };
});
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  redis?.kill('SIGKILL');
  await database?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function exported(): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonLines(database, { allModalities: true })) lines.push(line);
  return lines.join('\n');
}

const work = (...args: string[]) => {
  const program = runProgram(['work', ...args], folder, env);
  workers.push(program);
  return program;
};
const startWorkers = () => [
  work('--role', 'extract', '--jobs', '1'),
  work('--role', 'extract', '--jobs', '1'),
  work('--role', 'write', '--batch', '20'),
  work('--role', 'write', '--batch', '20'),
];

interface Stage {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
}
async function status(): Promise<Stage[]> {
  const { stdout, stderr } = await run(['queue', 'status', '--json'], folder, env);
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}
const isDone = async () =>
  (await status()).every(({ waiting, active, delayed }) => waiting + active + delayed === 0);

test.runIf(hasRedis)(
  'enqueued twice, with workers killed, Redis stopped and started: each document once',
  async () => {
    const file = path.join(folder, 'documents.jsonl');
    database = await emptyDatabase();
    await ingest(database, [file]);
    const clean = await exported();
    expect(clean.length).toBeGreaterThan(10_000);

    for (let round = 0; round < ROUNDS; round++) {
      await database.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n');
      for (const expected of [{ queued: DOCUMENTS }, { queued: 0, waiting: DOCUMENTS }]) {
        const { stdout, stderr } = await run(['enqueue', file], folder, env);
        expect(JSON.parse(stdout || stderr)).toMatchObject(expected);
      }
      const running = startWorkers();
      await until('something is written', async () => {
        const [row] = await database.run('MATCH (d:Document) RETURN count(d) AS documents');
        return Number(row!.documents) > 0;
      });
      // One that extracts and one that writes, whichever they are.
      for (const pair of [running.slice(0, 2), running.slice(2)])
        pair[Math.floor(Math.random() * 2)]!.child.kill('SIGKILL');
      if (round === 0) {
        redis.kill('SIGTERM');
        await ended(redis);
        await sleep(1_000);
        await startRedis();
      }
      await until('all is done', isDone, 240_000);
      for (const { child } of running) child.kill('SIGTERM');
      await Promise.all(running.map((one) => one.ended));
      const [row] = await database.run('MATCH (d:Document) RETURN count(d) AS documents');
      expect(Number(row!.documents)).toBe(DOCUMENTS);
      expect((await status()).map(({ dead }) => dead)).toEqual([0, 0]);
      expect(await exported()).toBe(clean);
      expect((await reconcile(database)).wrong).toEqual([]);
    }
    const again = await run(['enqueue', file], folder, env);
    expect(JSON.parse(again.stdout)).toEqual({
      queued: 0,
      known: DOCUMENTS,
      waiting: 0,
      rejected: 0,
    });
  },
  900_000,
);

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { exported } from '../../export/exported.ts';
import { emptyDatabase, workerNeo4j } from '../../helpers/neo4j.ts';
import { type Program, run, runProgram, until } from '../../helpers/program.ts';
import { hasRedis, type TestRedis, testRedis, writeDocuments } from './queue-parts.ts';

/** How often two workers are killed; ENTENTE_TEST_ROUNDS asks for more. */
const ROUNDS = Number(process.env.ENTENTE_TEST_ROUNDS ?? 1);
const DOCUMENTS = 120;

let redis: TestRedis;
let folder: string;
let file: string;
let env: Record<string, string>;
let database: Database;
const workers: Program[] = [];

beforeAll(async () => {
  if (!hasRedis) return;
  redis = await testRedis();
  folder = redis.folder;
  await redis.start();
  file = writeDocuments(folder, DOCUMENTS);
  const { uri, password } = workerNeo4j();
  env = {
    NEO4J_URI: uri,
    NEO4J_PASSWORD: password,
    ENTENTE_QUEUE_URL: redis.url,
    ENTENTE_SPOOL: path.join(folder, 'spool'),
  };
});
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await database?.close();
  await redis?.remove();
});

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
    database = await emptyDatabase();
    await ingest(database, [file]);
    const clean = await exported(database);
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
        await redis.stop();
        await sleep(1_000);
        await redis.start();
      }
      await until('all is done', isDone, 240_000);
      for (const { child } of running) child.kill('SIGTERM');
      await Promise.all(running.map((one) => one.ended));
      const [row] = await database.run('MATCH (d:Document) RETURN count(d) AS documents');
      expect(Number(row!.documents)).toBe(DOCUMENTS);
      expect((await status()).map(({ dead }) => dead)).toEqual([0, 0]);
      expect(await exported(database)).toBe(clean);
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

import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import { type Database, openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { findEmbedded, type Supervised, startSupervised } from '../../../src/embedded/instance.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { createLog } from '../../../src/log.ts';
import { askQueue } from '../../../src/queue/watch.ts';
import { Clients } from '../../../src/server/limits/clients.ts';
import { createGate } from '../../../src/server/limits/gate.ts';
import { createMetrics } from '../../../src/server/observe/metrics.ts';
import { exported } from '../../export/exported.ts';
import { type Program, run, runProgram, until } from '../../helpers/program.ts';
import { hasRedis, type TestRedis, testRedis, writeDocuments } from './queue-parts.ts';

const DOCUMENTS = 120;
/** Documents that are written when Neo4j is killed for the first and the second time. */
const KILLED_AT = [1, 50];

let redis: TestRedis;
let config: Config;
let neo4j: Supervised;
let database: Database;
let env: Record<string, string>;
const workers: Program[] = [];

beforeAll(async () => {
  if (!hasRedis) return;
  redis = await testRedis();
  await redis.start();
  config = readConfig({
    ENTENTE_HOME: path.join(redis.folder, 'home'),
    ENTENTE_CACHE: process.env.ENTENTE_CACHE,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  neo4j = await startSupervised(config, createLog('silent'), { lean: true });
  database = openDatabase({ ...neo4j, readTimeoutMs: 20_000 });
  await migrate(database);
  env = {
    NEO4J_URI: neo4j.uri,
    NEO4J_PASSWORD: neo4j.password,
    ENTENTE_QUEUE_URL: redis.url,
    ENTENTE_SPOOL: path.join(redis.folder, 'spool'),
  };
});
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await database?.close();
  await neo4j?.stop();
  await redis?.remove();
});

/** -1 while Neo4j is away. */
const written = () =>
  database.run('MATCH (d:Document) RETURN count(d) AS documents').then(
    ([row]) => Number(row!.documents),
    () => -1,
  );

const queueMetrics = async () => {
  const gate = createGate({
    running: 1,
    runningEach: 1,
    kept: 0,
    waiting: 0,
    waitingEach: 0,
    waitMs: 1,
  });
  const queue = () => askQueue({ ENTENTE_QUEUE_URL: redis.url });
  const metrics = createMetrics({ gate, clients: new Clients(undefined), database, queue });
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('entente_queue_'));
};

test.runIf(hasRedis)(
  'Neo4j killed and started again while the queue is worked on: nothing lost, nothing doubled',
  async () => {
    const file = writeDocuments(redis.folder, DOCUMENTS);
    await ingest(database, [file]);
    const clean = await exported(database);
    await database.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n');

    const { stdout, stderr } = await run(['enqueue', file], redis.folder, env);
    expect(JSON.parse(stdout || stderr)).toMatchObject({ queued: DOCUMENTS });
    expect(await queueMetrics()).toContain(`entente_queue_waiting{stage="extract"} ${DOCUMENTS}`);
    for (const args of [
      ['extract', '--jobs', '1'],
      ['write', '--batch', '10'],
      ['write', '--batch', '10'],
    ])
      workers.push(runProgram(['work', '--role', ...args], redis.folder, env));

    for (const count of KILLED_AT) {
      await until(`${count} documents are written`, async () => (await written()) >= count);
      const { pid } = findEmbedded(config)!;
      process.kill(pid, 'SIGKILL');
      await until('Neo4j runs again', () => (findEmbedded(config)?.pid ?? pid) !== pid);
    }
    await until('all is written', async () => (await written()) === DOCUMENTS, 240_000);
    await until('nothing is queued', async () => {
      const stages = await askQueue({ ENTENTE_QUEUE_URL: redis.url });
      return stages!.every(({ waiting, active, delayed }) => waiting + active + delayed === 0);
    });
    for (const { child } of workers) child.kill('SIGTERM');
    await Promise.all(workers.map((one) => one.ended));

    expect((await queueMetrics()).filter((line) => /_dead\{/.test(line))).toEqual([
      'entente_queue_dead{stage="extract"} 0',
      'entente_queue_dead{stage="write"} 0',
    ]);
    expect(await exported(database)).toBe(clean);
    expect(await reconcile(database)).toMatchObject({
      relationships: { wrong: 0 },
      entities: { wrong: 0 },
      leftovers: 0,
      wrong: [],
    });
    await redis.stop();
    expect(await askQueue({ ENTENTE_QUEUE_URL: redis.url })).toBeNull();
    expect((await queueMetrics()).filter((line) => !line.startsWith('#'))).toEqual([]);
  },
  900_000,
);

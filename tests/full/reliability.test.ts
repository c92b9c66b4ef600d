import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { load } from '../bench/load.ts';
import { emptyDatabase, workerNeo4j } from '../helpers/neo4j.ts';
import { abuse, memory } from '../soak/abuse.ts';
import { type Bench, startBench } from '../soak/bench.ts';
import { cancel, sigterm, slowNeo4j } from '../soak/faults.ts';
import { overload, readers, starve } from '../soak/load.ts';

/** The kinds of `npm run soak`, shorter, and asserted: the figures of docs/reliability.md are of the long run. */
const SCALE = 0.1;

let database: Database;
let bench: Bench;
beforeAll(async () => {
  database = await emptyDatabase();
  await load(database, 5_000);
  bench = await startBench(workerNeo4j(), database);
});
afterAll(async () => {
  await bench.stop();
  await emptyDatabase().then((empty) => empty.close());
  await database.close();
});

test.each(
  // What ends the server comes last.
  [abuse, overload, starve, readers, cancel, slowNeo4j, memory, sigterm].map(
    (check) => [check.name, check] as const,
  ),
)('%s', { timeout: 900_000 }, async (_, check) => {
  const { found, holds } = await check.run(bench, SCALE, false);
  expect([check.goal, found, holds]).toEqual([check.goal, found, true]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { expectAgreement } from '../graph/agree.ts';
import { type RandomGraph, writeRandomGraph } from '../graph/random-graph.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

let database: Database;
let graph: RandomGraph;
beforeAll(async () => {
  database = await emptyDatabase();
  graph = await writeRandomGraph(database, { seed: 7 });
});
afterAll(() => database.close());

test('five hundred random selections, up to three relations deep, agree with a walk in memory', async () => {
  let answered = 0;
  for (let seed = 1_000; answered < 500; seed += 50) {
    const seeds = Array.from({ length: 50 }, (_, i) => seed + i);
    // Neo4j takes seconds to plan what is three deep, so only each fifth batch is.
    const depth = seed % 250 === 0 ? 2 : 1;
    answered += (await expectAgreement(database, graph, { seeds, depth })).alike;
  }
  expect(answered).toBeGreaterThanOrEqual(500);
}, 900_000);

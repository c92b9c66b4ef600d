import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { expectAgreement } from './agree.ts';
import { type RandomGraph, writeRandomGraph } from './random-graph.ts';

let database: Database;
let graph: RandomGraph;
beforeAll(async () => {
  database = await emptyDatabase();
  graph = await writeRandomGraph(database);
});
afterAll(() => database.close());

// tests/full asks five hundred, and deeper ones.
test('random selections agree with a walk in memory, one statement each', async () => {
  const seeds = Array.from({ length: 15 }, (_, i) => i + 1);
  const { alike } = await expectAgreement(database, graph, { seeds, depth: 1 });
  expect(alike).toBeGreaterThan(11);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { readOperations } from '../../src/server/pages/operations.ts';
import { type Doubled, doubling } from '../db/doubled.ts';
import { expectAgreement } from '../graph/agree.ts';
import { ask } from '../graph/ask.ts';
import { type RandomGraph, writeRandomGraph } from '../graph/random-graph.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

let database: Database;
let graph: RandomGraph;
beforeAll(async () => {
  database = await emptyDatabase();
  graph = await writeRandomGraph(database);
});
afterAll(() => database.close());

test('random selections are answered alike, asked together and alone', async () => {
  const asked: Doubled = { together: 0, alone: [] };
  const seeds = Array.from({ length: 30 }, (_, i) => i + 100);
  await expectAgreement(doubling(database, asked), graph, { seeds, depth: 1 });
  expect(asked.together).toBeGreaterThan(20);
  expect(asked.alone).toEqual([]);
});

test.each(readOperations().map(({ name, query, variables }) => [name, query, variables]))(
  'the example %s is answered alike, asked together and alone',
  async (_, query, variables) => {
    const given = variables ? JSON.parse(variables) : {};
    const asked: Doubled = { together: 0, alone: [] };
    const { data, errors } = await ask(database, query!, given);
    const together = await ask(doubling(database, asked), query!, given);
    expect(together.data).toEqual(data);
    expect(together.errors?.map(({ message }) => message)).toEqual(
      errors?.map(({ message }) => message),
    );
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask } from '../ask.ts';
import { type Tie, writeGraph } from '../small-graph.ts';

/** More short paths than are ever looked at, all weak, and a longer one that is sure. */
const WEAK = Array.from({ length: 130 }, (_, i) => `w${i}`);

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  const thing = (id: string, kind: string) => ({ id, kind, name: id });
  await writeGraph(
    database,
    [
      ...['a', 'b'].map((id) => thing(id, 'Person')),
      ...['s1', 's2', ...WEAK].map((id) => thing(id, 'Organisation')),
    ],
    [
      ...WEAK.flatMap((id): Tie[] => [
        ['a', 'HOLDS_POSITION', id, { confidence: 0.3 }],
        ['b', 'HOLDS_POSITION', id, { confidence: 0.3 }],
      ]),
      ['a', 'HOLDS_POSITION', 's1', { confidence: 0.9 }],
      ['s1', 'PART_OF', 's2', { confidence: 0.8 }],
      ['b', 'HOLDS_POSITION', 's2', { confidence: 0.9 }],
    ],
  );
});
afterAll(() => database.close());

test('a longer, surer path is found behind any number of short ones, in a few reads', async () => {
  const { data, errors, statements } = await ask(
    database,
    '{ paths(from: "a", to: "b", rankBy: WEAKEST_LINK, first: 2) { truncated explored paths { length weakestConfidence entities { id } relationships { confidence } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.paths.paths[0]).toEqual({
    length: 3,
    weakestConfidence: 0.8,
    entities: ['a', 's1', 's2', 'b'].map((id) => ({ id })),
    relationships: [0.9, 0.8, 0.9].map((confidence) => ({ confidence })),
  });
  expect(data.paths.paths[1]).toMatchObject({ length: 2, weakestConfidence: 0.3 });
  expect(data.paths.truncated).toBe(true);
  expect(data.paths.explored).toBeGreaterThanOrEqual(3);
  expect(statements.length).toBeLessThanOrEqual(6);
});

test('where nothing leads, one look is enough', async () => {
  const { data, statements } = await ask(
    database,
    '{ paths(from: "a", to: "b", rankBy: SOURCES, minConfidence: 0.95) { explored truncated paths { length } } }',
  );
  expect(data.paths).toEqual({ explored: 0, truncated: false, paths: [] });
  expect(statements.map(({ path }) => path)).toEqual(['paths.begin', 'paths']);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { type Asked, ask } from '../ask.ts';
import { writeGraph } from '../small-graph.ts';

// a --SIGNED-- x --SIGNED-- b          two steps, one of them weak
// a --HOLDS-- o --HOLDS-- c --HOLDS-- b  through an organisation and its country, sure and old
// a ..denied.. y ..denied.. d          only denied
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  const thing = (id: string, kind: string) => ({ id, kind, name: `Name of ${id}` });
  await writeGraph(
    database,
    [
      ...['a', 'b', 'd', 'e'].map((id) => thing(id, 'Person')),
      ...['x', 'y'].map((id) => thing(id, 'Agreement')),
      ...['o', 'p'].map((id) => thing(id, 'Organisation')),
      thing('c', 'Country'),
      ...['f', 'h'].map((id) => thing(id, 'Person')),
      ...['g', 'i'].map((id) => thing(id, 'Organisation')),
    ],
    [
      [
        'a',
        'SIGNED',
        'x',
        { confidence: 0.3, on: '2025-10-31', lastSeen: '2025-11-02', sourceCount: 1 },
      ],
      ['b', 'SIGNED', 'x', { on: '2025-10-31', lastSeen: '2025-11-02', sourceCount: 1 }],
      [
        'a',
        'HOLDS_POSITION',
        'o',
        { title: 'Minister', from: '2019', sourceCount: 3, firstSeen: '2020', lastSeen: '2020' },
      ],
      [
        'a',
        'HOLDS_POSITION',
        'o',
        {
          title: 'Chair',
          from: '2018',
          confidence: 0.8,
          sourceCount: 3,
          firstSeen: '2020',
          lastSeen: '2020',
        },
      ],
      ['o', 'PART_OF', 'c', { sourceCount: 3, firstSeen: '2020', lastSeen: '2020' }],
      [
        'b',
        'HOLDS_POSITION',
        'c',
        { title: 'Envoy', sourceCount: 3, firstSeen: '2020', lastSeen: '2020' },
      ],
      ['a', 'SIGNED', 'y', { modality: 'denied' }],
      ['d', 'SIGNED', 'y', { modality: 'denied', confidence: 0.2 }],
      ['e', 'HOLDS_POSITION', 'p', { title: 'Chair' }],
      // f and g are tied directly and many times over, and by way of h and i as well
      ...Array.from(
        { length: 8 },
        (_, i) => ['f', 'HOLDS_POSITION', 'g', { title: `T${i}` }] as const,
      ),
      ...Array.from(
        { length: 8 },
        (_, i) => ['h', 'HOLDS_POSITION', 'g', { title: `T${i}` }] as const,
      ),
      ['h', 'HOLDS_POSITION', 'i', { title: 'Chair' }],
      ['f', 'HOLDS_POSITION', 'i', { title: 'Chair' }],
    ],
  );
});
afterAll(() => database.close());

const paths = (args: string): Promise<Asked> =>
  ask(
    database,
    `{ paths(${args}) { truncated explored reason paths { length weakestConfidence entities { id } relationships { id statements { edges { node { quote document { title } } } } } } } }`,
  );
const routes = ({ data, errors }: Asked): string[] => {
  expect(errors).toBeUndefined();
  return data.paths.paths.map(({ entities }: { entities: { id: string }[] }) =>
    entities.map(({ id }) => id).join(' '),
  );
};

test('the shortest comes first, and parallel edges are one path by the surest', async () => {
  const asked = await paths('from: "a", to: "b"');
  expect(routes(asked)).toEqual(['a x b', 'a o c b']);
  expect(asked.statements).toHaveLength(1);
  const [, longer] = asked.data.paths.paths;
  expect(longer.weakestConfidence).toBe(0.9);
  expect(asked.data.paths).toMatchObject({ truncated: false, explored: 2, reason: null });
});

test('every step tells its quote and document', async () => {
  const { data } = await paths('from: "a", to: "b", first: 1');
  const quotes = data.paths.paths[0].relationships.map(
    (step: { statements: { edges: { node: object }[] } }) => step.statements.edges[0]!.node,
  );
  const quoted = { quote: 'So it is said.', document: { title: 'Small' } };
  expect(quotes).toEqual([quoted, quoted]);
});

test('it is said when there may be more', async () => {
  const { data } = await paths('from: "a", to: "b", first: 1');
  expect(data.paths.truncated).toBe(true);
});

describe('conditions', () => {
  test.each([
    ['minConfidence: 0.5', ['a o c b']],
    ['types: [SIGNED]', ['a x b']],
    ['avoid: ["x"]', ['a o c b']],
    ['maxLength: 2', ['a x b']],
    ['asOf: {valid: "2024"}', ['a o c b']],
    ['asOf: {known: "2021"}', ['a o c b']],
    ['through: ["o"]', ['a o c b']],
    ['through: ["o", "c"]', ['a o c b']],
    ['through: ["c", "o"]', []],
    ['rankBy: WEAKEST_LINK', ['a o c b', 'a x b']],
    ['rankBy: SOURCES', ['a o c b', 'a x b']],
    ['rankBy: RECENCY', ['a x b', 'a o c b']],
  ])('%s', async (condition, expected) => {
    expect(routes(await paths(`from: "a", to: "b", ${condition}`))).toEqual(expected);
  });

  test.each(['LENGTH', 'SOURCES', 'WEAKEST_LINK', 'RECENCY'])(
    'a stop is reached though shorter trails pass by an end twice, by %s',
    async (rankBy) => {
      const asked = await paths(`from: "f", to: "g", through: ["i"], rankBy: ${rankBy}`);
      expect(routes(asked)).toEqual(['f i h g']);
      expect(routes(await paths(`from: "g", to: "i", through: ["f"], rankBy: ${rankBy}`))).toEqual([
        'g f i',
      ]);
    },
  );

  test('a stop that is to be avoided is on no path', async () => {
    const asked = await paths('from: "f", to: "g", through: ["i"], avoid: ["i"]');
    expect(routes(asked)).toEqual([]);
    expect(asked.data.paths.reason).toBe('AVOIDED');
  });

  test('denied steps are walked when asked for', async () => {
    expect(routes(await paths('from: "a", to: "d", modality: [denied]'))).toEqual(['a y d']);
  });
});

test.each([
  ['from: "a", to: "nobody"', 'UNKNOWN_ENTITY'],
  ['from: "a", to: "b", through: ["nobody"]', 'UNKNOWN_ENTITY'],
  ['from: "a", to: "e"', 'BEYOND_LENGTH'],
  ['from: "a", to: "b", maxLength: 1', 'BEYOND_LENGTH'],
  ['from: "a", to: "d"', 'MODALITY'],
  ['from: "a", to: "b", minConfidence: 0.95', 'BELOW_CONFIDENCE'],
  ['from: "a", to: "b", asOf: {known: "1999"}', 'OUTSIDE_DATES'],
  ['from: "a", to: "b", avoid: ["x", "c"]', 'AVOIDED'],
  ['from: "a", to: "d", minConfidence: 0.5', 'BELOW_CONFIDENCE'],
])('nothing found is explained: %s is %s', async (args, reason) => {
  const { data, errors } = await paths(args);
  expect(errors).toBeUndefined();
  expect(data.paths).toMatchObject({ paths: [], explored: 0, truncated: false, reason });
});

test.each([
  ['from: "a", to: "a"', /needs two entities/],
  ['from: "a", to: "b", maxLength: 7', /1 to 6/],
  ['from: "a", to: "b", maxLength: 0', /1 to 6/],
  ['from: "a", to: "b", first: 21', /1 to 20/],
  ['from: "a", to: "b", through: ["o", "c", "x"]', /more than 2/],
])('%s is refused before anything runs', async (args, message) => {
  const { code, errors, statements } = await paths(args);
  expect(code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toMatch(message);
  expect(statements).toEqual([]);
});

import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import type { Database } from '../../../src/db/database.ts';
import { Degrees, NO_SIZES } from '../../../src/graph/degrees.ts';
import { Graph } from '../../../src/graph/graph.ts';
import { ask } from '../ask.ts';
import { answerOf, knownGraph } from '../known-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);

describe('by id', () => {
  test('nodes keeps the order of the ids, with null for what is unknown', async () => {
    const ids = [
      'document:small',
      'nobody',
      'relationship:0',
      'country:IN',
      'statement:relationship:0',
    ];
    const { nodes } = await answer('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids,
    });
    expect(nodes).toEqual([
      { __typename: 'Document', id: 'document:small' },
      null,
      { __typename: 'Relationship', id: 'relationship:0' },
      { __typename: 'Country', id: 'country:IN' },
      { __typename: 'Statement', id: 'statement:relationship:0' },
    ]);
  });

  test.each(['country:IN', 'relationship:0', 'statement:relationship:0', 'document:small'])(
    'node reads %s with fragments on every type',
    async (id) => {
      const { node } = await answer(
        `query($id: ID!) { node(id: $id) { id ... on Entity { name } ... on Document { title }
           ... on Statement { quote subject { id } } ... on Relationship { type source { id } target { id } } } }`,
        { id },
      );
      expect(node.id).toBe(id);
      expect(Object.values(node)).not.toContain(null);
    },
  );

  test('an entity is found by any of its names, whatever the case and accents', async () => {
    for (const name of ['Turkey', 'turkiye', 'TÜRKİYE'])
      expect(await answer('query($name: String) { entity(name: $name) { id } }', { name })).toEqual(
        {
          entity: { id: 'country:TR' },
        },
      );
    expect(await answer('{ entity(name: "Turkey", kind: Person) { id } }')).toEqual({
      entity: null,
    });
  });
});

describe('pages', () => {
  const page = (args: string) =>
    answer(
      `{ people(orderBy: [{name: DESC}], ${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id } } } }`,
    );
  const ids = ({ people }: { people: { edges: { node: { id: string } }[] } }) =>
    people.edges.map(({ node }) => node.id);

  test('forward and backward, the whole list once and in order', async () => {
    const whole = ids(await page('first: 100'));
    expect(whole).toHaveLength(7);
    const [forward, backward]: [string[], string[]] = [[], []];
    for (let at = '', more = true; more; ) {
      const { people } = await page(`first: 2${at}`);
      forward.push(...ids({ people }));
      more = people.pageInfo.hasNextPage;
      at = `, after: "${people.pageInfo.endCursor}"`;
    }
    for (let at = '', more = true; more; ) {
      const { people } = await page(`first: null, last: 2${at}`);
      backward.unshift(...ids({ people }));
      more = people.pageInfo.hasPreviousPage;
      at = `, before: "${people.pageInfo.startCursor}"`;
    }
    expect(forward).toEqual(whole);
    expect(backward).toEqual(whole);
  });

  test('no size is a page of the usual size, never everything', async () => {
    const { statements, cost } = await ask(
      database,
      '{ people(first: null) { edges { node { id } } } }',
    );
    expect(statements[0]?.cypher).toContain('LIMIT');
    expect(cost).toBe(20);
  });

  test('only what is selected is counted', async () => {
    const { statements } = await ask(database, '{ people { edges { node { id } } } }');
    expect(statements[0]?.cypher).not.toContain('COUNT');
  });

  test.each([
    ['people(first: 101)', /1 to 100/],
    ['people(first: 0)', /1 to 100/],
    ['people(after: "junk")', /not a cursor/],
    ['people(after: "WyJpZCBBU0MiXQ")', /not a cursor/],
    ['people(after: "WyJuYW1lIEFTQyIsIngiXQ")', /ordered by name ASC/],
    ['people(last: 2, after: "x")', /"last" goes with "before"/],
    ['people(where: {positions: null})', /null/],
    ['people(where: {name: {eq: null}})', /isNull/],
    ['people(where: {edge: {confidence: {gt: 0.5}}})', /needs a relation/],
    ['commonNeighbours(of: [])', /1 to 20/],
  ])('%s is refused before anything runs', async (field, message) => {
    for (const selection of ['edges { node { id } }', 'totalCount edges { cursor }']) {
      const { code, errors, statements } = await ask(database, `{ ${field} { ${selection} } }`);
      expect(code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toMatch(message);
      expect(statements).toEqual([]);
    }
  });
});

describe('cost', () => {
  test('nodes are counted by multiplying pages, and too many are refused with what to do', async () => {
    const nested = (n: number) =>
      `{ people(first: ${n}) { edges { node { relationships(first: ${n}) { edges { node { id } } } } } } }`;
    expect((await ask(database, nested(50))).cost).toBe(2_550);
    const { code, errors, statements } = await ask(database, nested(100));
    expect(code).toBe('TOO_LARGE');
    expect(errors?.[0]?.message).toMatch(/10100 nodes.*lower "first"/);
    expect(statements).toEqual([]);
  });

  test('a neighbourhood counts what it may return', async () => {
    const { cost } = await ask(
      database,
      '{ neighbourhood(of: ["country:IN"], first: 9) { entities { relationships(first: 10) { edges { cursor } } } } }',
    );
    expect(cost).toBe(1 + 10 + 100);
  });
});

describe('hubs', () => {
  const QUERY =
    '{ entity(id: "country:IN") { ... on Country { holders(first: 1) { totalCount edges { node { id } } } } } }';

  test('what is read of a hub is counted, however few of its rows are asked for', async () => {
    const degrees = new Degrees();
    const reader = database.reader();
    await degrees.read(reader);
    // India has three holders, and whoever follows a relationship that way arrives at India.
    expect(degrees.of({ type: 'HOLDS_POSITION', direction: 'in' })).toBe(3);
    expect(degrees.of({ type: 'HOLDS_POSITION', direction: 'out' })).toBeCloseTo(5 / 3);
    expect(degrees.of({ type: 'VARIANT_OF', direction: 'out' })).toBeUndefined();
    const graph = new Graph(reader, { degrees });
    const { errors } = await graphql({
      schema,
      source: QUERY,
      contextValue: { graph, extractor: null, wholeTexts: true },
    });
    await reader.close();
    expect(errors).toBeUndefined();
    // Once for the page, once for the count.
    expect(graph.cost).toEqual({
      nodes: 2,
      relationships: 6,
      bytes: expect.any(Number),
      points: 1,
    });
  });

  test('a request that would read too much of them is refused with what to do', async () => {
    const { code, errors, statements } = await ask(database, QUERY, {}, graphql, {
      degrees: { ...NO_SIZES, of: () => 3_000_000 },
    });
    expect(code).toBe('TOO_LARGE');
    expect(errors?.[0]?.message).toMatch(/about 6000000 relationships.*lower "first"/);
    expect(statements).toEqual([]);
  });
});

describe('text', () => {
  const found = async (comparison: string) =>
    (
      await answer(
        `{ entity(id: "country:IN") { ... on Country { holders(modality: [asserted, rumoured, denied], where: {edge: {title: {${comparison}}}}) { edges { title } } } } }`,
      )
    ).entity.holders.edges.map(({ title }: { title: string }) => title);

  test.each([
    ['contains: "NIST"', ['Minister']],
    ['contains: "mínïst"', ['Minister']],
    ['startsWith: "env"', ['Envoy']],
    ['startsWith: "nvoy"', []],
    ['contains: ".*"', []],
    ['contains: ""', ['Chair', 'Minister', 'Envoy']],
    ['contains: " min"', []],
    ['contains: " "', []],
    ['startsWith: " min"', ['Minister']],
    ['notIn: []', ['Chair', 'Minister', 'Envoy']],
  ])(
    'case and accents do not count, and no sign has a meaning of its own: %s',
    async (by, titles) => {
      expect((await found(by)).sort()).toEqual([...titles].sort());
    },
  );
});

test('space at the ends of a text counts in names', async () => {
  const count = async (text: string) =>
    (await answer(`{ people(where: {name: {contains: "${text}"}}) { totalCount } }`)).people
      .totalCount;
  expect(await Promise.all(['person', 'person ', ' person', ' 1'].map(count))).toEqual([
    7, 7, 0, 3,
  ]);
});

test('what has no value is in no list, not even in an empty one', async () => {
  const { armsSales, dated } = await answer(
    '{ armsSales(where: {value: {notIn: []}}) { totalCount } dated: armsSales(where: {approvedOn: {notIn: []}}) { totalCount } }',
  );
  expect([armsSales.totalCount, dated.totalCount]).toEqual([2, 2]);
});

test('a name may be written with accents apart from their letters', async () => {
  const { entity } = await answer('query($name: String!) { entity(name: $name) { id } }', {
    name: 'Türkiye'.normalize('NFD'),
  });
  expect(entity).toEqual({ id: 'country:TR' });
});

test('relationships below a node of any kind are read by fragments on them', async () => {
  const source = `query($ids: [ID!]!) { nodes(ids: $ids) {
    ... on Entity { relationships(first: 1) { edges { node { ...R ... on Relationship { confidence } } } } } } }
    fragment R on Relationship { type }`;
  const { nodes } = await answer(source, { ids: ['arms-sale:3', 'weapon-system:k'] });
  expect(nodes[0].relationships.edges).toEqual([]);
  expect(nodes[1].relationships.edges).toEqual([
    { node: { type: 'INCLUDES', confidence: expect.any(Number) } },
  ]);
});

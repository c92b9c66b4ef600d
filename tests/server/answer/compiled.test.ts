import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { seed } from '../../helpers/seed.ts';
import { type Answered, ask, serve } from '../serving.ts';

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  // Neo4j may take long to plan a text that it sees for the first time, on a busy machine.
  server = await serve(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const QUERIES = [
  '{ __typename }',
  '{ entities { totalCount edges { cursor node { __typename id name ... on Person { positions { edges { title node { name } } } } } } pageInfo { endCursor hasNextPage } } }',
  'query($all: Boolean = true) { people { edges { node { ...P aliases @include(if: $all) name @skip(if: $all) } } } } fragment P on Person { again: id }',
  '{ entity(id: "nobody") { id } nodes(ids: ["nobody"]) { id } }',
  '{ summary { documents statements entities { kind count } } }',
  '{ paths(from: "person:seed", to: "agreement:seed") { truncated reason paths { length entities { id } relationships { type } } } }',
  '{ people(first: 1000) { edges { node { id } } } }',
  '{ paths(from: "a", to: "a") { explored } entity(id: "person:seed") { name } }',
];

/** Answers of one document to the same variables, each time it is asked. */
async function answersOf(query: string, variables: object, warm: object = variables) {
  const first = await ask(server.graphql, { query, variables });
  for (let i = 0; i < 4; i++) await ask(server.graphql, { query, variables: warm });
  const last = await ask(server.graphql, { query, variables });
  return [first, last].map(({ status, body: { data, errors } }) => ({ status, data, errors }));
}

test.each([
  ['query($w: PersonFilter) { people(where: $w) { totalCount } }', {}],
  [
    'query($w: PersonFilter) { people(where: $w) { totalCount } }',
    { w: { or: [{ name: { eq: 'Seed' } }, { not: { name: { eq: 'Other' } } }] } },
  ],
  [
    'query($w: RelationshipFilter) { entity(id: "person:seed") { relationships(where: $w) { totalCount } } }',
    {},
  ],
  [
    'query($a: Boolean!) { people { edges { node { ...A @include(if: $a) ...B } } } } fragment A on Person { ...C id } fragment B on Person { ...C statementCount } fragment C on Person { name }',
    { a: false },
  ],
  [
    'query($b: Boolean!) { nodes(ids: ["person:seed"]) { id } ...F } fragment F on Query { nodes(ids: ["person:seed"]) @skip(if: $b) { ... on Person { name } } }',
    { b: true },
  ],
  ['query($i: [ID!]!) { nodes(ids: $i) { id } }', { i: 'person:seed' }],
])('the last answer is the first: %s', async (query, variables) => {
  const [first, last] = await answersOf(query, variables);
  expect(first!.errors).toBeUndefined();
  expect(last).toEqual(first);
});

test.each([[{ name: 'DESC', id: 'ASC' }], [{ name: null, id: 'ASC' }], [{}], [[]]])(
  'an order that the schema refuses is refused however often it is asked: %j',
  async (order) => {
    const [first, last] = await answersOf(
      'query($o: [PersonOrder!]) { people(first: 3, orderBy: $o) { edges { node { id } } } }',
      { o: [order] },
      { o: [{ name: 'DESC' }] },
    );
    expect(first!.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(last).toEqual(first);
  },
);

const nodesOf = (extensions: Answered['body']['extensions']) =>
  (extensions as { cost?: { nodes: number } } | undefined)?.cost?.nodes;

test.each(QUERIES)('the answer is the same however often it is asked: %s', async (query) => {
  const first = await ask(server.graphql, { query });
  for (let i = 0; i < 5; i++) {
    const again = await ask(server.graphql, { query });
    const { extensions, ...body } = again.body;
    expect(body.data).toEqual(first.body.data);
    expect(body.errors).toEqual(first.body.errors);
    // Which root fields had been read when another failed is chance, and so is when degrees were read.
    if (!body.errors) expect(nodesOf(extensions)).toEqual(nodesOf(first.body.extensions));
    expect(again.status).toBe(first.status);
  }
});

test('variables are read anew for each request', async () => {
  const query = 'query($first: Int!) { entities(first: $first) { edges { node { id } } } }';
  for (const first of [1, 2, 3, 1, 2, 3, 1]) {
    const { body } = await ask(server.graphql, { query, variables: { first } });
    expect((body.data as { entities: { edges: [] } }).entities.edges).toHaveLength(first);
  }
  const once = 'query Once($first: Int!) { entities(first: $first) { edges { node { id } } } }';
  const [wrong, other] = await Promise.all(
    [query, once].map((text) => ask(server.graphql, { query: text, variables: { first: 'many' } })),
  );
  expect(wrong!.body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(wrong!.body.errors?.[0]?.message).toBe(other!.body.errors?.[0]?.message);
});

test('a key called __proto__ is a key like others, each time it is asked', async () => {
  const query =
    '{ __proto__: entity(id: "person:seed") { __proto__: id name } people(first: 1) { edges { node { __proto__: name } } } }';
  for (let i = 0; i < 6; i++) {
    const { text } = await ask(server.graphql, { query });
    expect(text).toContain('"data":{"__proto__":{"__proto__":"person:seed","name":');
    expect(text).toContain('"edges":[{"node":{"__proto__":"');
  }
});

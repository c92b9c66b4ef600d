import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { testDatabase } from '../../helpers/neo4j.ts';
import { answerOf, ask, serve } from '../serving.ts';

// What scanners of GraphQL servers look for, on the production profile: each finds nothing.

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = testDatabase();
  server = await serve(database, { ENTENTE_PROFILE: 'production' });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

const POSTS: readonly (readonly [what: string, query: string])[] = [
  ['101 aliases', `query q { ${many(101, (i) => `a${i}: __typename`)} }`],
  ['500 times one field', `query q { ${many(500, () => '__typename')} }`],
  ['10 directives', `query q { __typename ${many(10, () => '@skip(if: false)')} }`],
  ['10 directives that are not there', `query q { __typename ${many(10, () => '@aa')} }`],
  [
    'fragments in a circle',
    'query q { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
  ['the schema', 'query q { __schema { types { name fields { name } } } }'],
  [
    'the schema in a circle',
    'query q { __schema { types { fields { type { fields { type { name } } } } } } }',
  ],
];

test.each(POSTS)('%s: refused with few errors and no data', async (_, query) => {
  const { body } = await ask(server.graphql, { query });
  expect(body.data).toBeUndefined();
  expect(body.errors?.length).toBeGreaterThan(0);
  expect(body.errors?.length).toBeLessThan(10);
});

test('a misspelt name is not mended, and no error tells of the program', async () => {
  for (const query of [
    'query q { __schema { directive } }',
    'qwerty q { abc }',
    '{ peple { id } }',
  ]) {
    const { text, body } = await ask(server.graphql, { query });
    expect(text).not.toMatch(/did you mean|exception|stack|tracing/i);
    expect(body.errors?.[0]?.extensions?.code).toMatch(/^GRAPHQL_(?:PARSE|VALIDATION)_FAILED$/);
  }
});

test('a batch is refused as a whole', async () => {
  const { body } = await ask(
    server.graphql,
    Array.from({ length: 10 }, () => ({ query: 'query q { __typename }' })),
  );
  expect(body.data).toBeUndefined();
  expect(body.errors?.length).toBe(1);
});

test.each([
  ['a form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['plain text', { method: 'POST', headers: { 'content-type': 'text/plain' } }],
] as const)('%s, which any page can send, runs nothing', async (_, init) => {
  const response = await fetch(server.graphql, { ...init, body: 'query=query+q+{__typename}' });
  const { status, body } = await answerOf(response);
  expect(status).toBe(415);
  expect(body.data).toBeUndefined();
});

test.each(['query q { __typename }', 'mutation q { __typename }'])(
  'GET without what makes a browser ask first runs nothing: %s',
  async (query) => {
    const response = await fetch(`${server.graphql}?query=${encodeURIComponent(query)}`);
    expect((await answerOf(response)).body.data).toBeUndefined();
  },
);

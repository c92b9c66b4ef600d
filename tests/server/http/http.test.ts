import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { Yoga } from '../../../src/server/answer/graphql.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import {
  type Answered,
  answerOf,
  ask,
  type Headers,
  postRequest,
  seed,
  sendRaw,
  serve,
  yogaAlone,
} from '../serving.ts';

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let yoga: Yoga;

beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  server = await serve(database);
  yoga = yogaAlone(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const PEOPLE =
  '{ people(first: 2) { totalCount edges { node { id name positions { edges { title } } } } } }';
const nested = (levels: number) =>
  `{ people(first: 1) { edges { node { ${'relationships(first: 1) { edges { node { source { '.repeat(levels)} id ${'} } } } '.repeat(levels)} } } } }`;

type Case = [what: string, body: unknown, headers?: Headers];

const CASES: Case[] = [
  ['a good query', { query: PEOPLE }],
  [
    'variables',
    { query: 'query Q($n: Int) { people(first: $n) { totalCount } }', variables: { n: 2 } },
  ],
  [
    'a name of one of two operations',
    { query: 'query A { __typename } query B { people { totalCount } }', operationName: 'B' },
  ],
  ['two operations and no name', { query: 'query A { __typename } query B { __typename }' }],
  ['an operation that is not there', { query: 'query A { __typename }', operationName: 'X' }],
  ['a name that is a number', { query: '{ __typename }', operationName: 3 }],
  ['a syntax error', { query: '{ people(' }],
  ['an unknown field', { query: '{ peopl { totalCount } }' }],
  ['a page that is too large', { query: '{ people(first: 1000) { edges { node { id } } } }' }],
  ['a bad cursor', { query: '{ people(first: 1, after: "x") { edges { node { id } } } }' }],
  [
    'too many nodes',
    {
      query:
        '{ people(first: 100) { edges { node { relationships(first: 100) { edges { node { id } } } events(first: 100) { edges { node { id } } } } } } }',
    },
  ],
  [
    'a wrong variable',
    { query: 'query Q($n: Int!) { people(first: $n) { totalCount } }', variables: { n: 'x' } },
  ],
  ['variables that are a list', { query: '{ __typename }', variables: [1] }],
  ['variables that are text', { query: '{ __typename }', variables: 'a' }],
  ['extensions that are text', { query: '{ __typename }', extensions: 'a' }],
  ['a parameter that nobody knows', { query: '{ __typename }', other: 1 }],
  ['a prototype key', '{"query": "{ __typename }", "__proto__": {"x": 1}}'],
  ['no query', {}],
  ['null', 'null'],
  ['a batch', [{ query: '{ __typename }' }]],
  ['a mutation', { query: 'mutation { x }' }],
  ['a subscription', { query: 'subscription { x }' }],
  ['too deep a query', { query: nested(9) }],
  [
    'too many aliases',
    {
      query: `{ people { ${Array.from({ length: 51 }, (_, i) => `a${i}: totalCount`).join(' ')} } }`,
    },
  ],
  ['too many tokens', { query: `{ people { ${'totalCount '.repeat(1_001)} } }` }],
  [
    'too many root fields in a fragment',
    { query: `{ ...F } fragment F on Query { ${'__typename '.repeat(21)} }` },
  ],
  ['another media type', '{"query": "{ __typename }"}', { 'content-type': 'application/jsonx' }],
  ['a form', 'query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['plain text', '{"query": "{ __typename }"}', { 'content-type': 'text/plain' }],
  ['the newer media type', { query: PEOPLE }, { accept: 'application/graphql-response+json' }],
  [
    'an error in the newer media type',
    { query: '{ people(' },
    { accept: 'application/graphql-response+json' },
  ],
  [
    'a page that is too large, in the newer media type',
    { query: '{ people(first: 1000) { edges { node { id } } } }' },
    { accept: 'application/graphql-response+json' },
  ],
  ['a media type that is not served', { query: '{ __typename }' }, { accept: 'text/html' }],
];

const told = ({ status, text, headers }: Answered) => ({
  status,
  type: headers.get('content-type'),
  // When the server has read the degrees of its graph is chance.
  body: text.replace(/"requestId":"[^"]*"|,"relationships":\d+(?=}}}$)/g, ''),
});

describe('the listener answers as yoga does', () => {
  test.each(CASES)('%s', async (...[, body, headers]: Case) => {
    const byYoga = await answerOf(
      await yoga.fetch(postRequest('http://localhost/graphql', body, headers)),
    );
    expect(told(await ask(server.graphql, body, headers))).toEqual(told(byYoga));
  });
});

test.each(
  CASES.filter(([what]) =>
    /^(?:too|an? (?:syntax|unknown|page|bad|wrong|batch|prototype|mutation))/.test(what),
  ),
)('%s is an error with a code', async (_what, body) => {
  const { body: answer } = await ask(server.graphql, body);
  expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(
    answer.errors?.map(() => expect.stringMatching(/^[A-Z_]+$/)),
  );
  expect(answer.errors?.length).toBeGreaterThan(0);
});

test.each([
  'too deep a query',
  'too many aliases',
  'too many tokens',
  'too many root fields in a fragment',
  'too many nodes',
])('%s is refused as too large', async (what) => {
  const [, body] = CASES.find(([name]) => name === what)!;
  const answer = await ask(server.graphql, body);
  expect([answer.status, answer.body.errors?.[0]?.extensions?.code]).toEqual([413, 'TOO_LARGE']);
});

test('a syntax error tells its place', async () => {
  const { body } = await ask(server.graphql, { query: '{ people(' });
  expect(body.errors?.[0]).toMatchObject({ locations: [{ line: 1, column: 10 }] });
});

test('what GraphiQL asks for itself is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const query = getIntrospectionQuery({
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
    specifiedByUrl: true,
  });
  const { status, body } = await ask(server.graphql, { query });
  expect([status, body.errors]).toEqual([200, undefined]);
});

test('no other site may read an answer', async () => {
  const { headers } = await ask(
    server.graphql,
    { query: '{ __typename }' },
    { origin: 'https://example.org' },
  );
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('every answer has a request id of its own and forbids sniffing and framing', async () => {
  const [a, b] = await Promise.all(
    [1, 2].map(() => ask(server.graphql, { query: '{ __typename }' })),
  );
  expect(a!.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(b!.headers.get('x-request-id')).not.toBe(a!.headers.get('x-request-id'));
  expect(a!.headers.get('x-content-type-options')).toBe('nosniff');
  expect(a!.headers.get('x-frame-options')).toBe('DENY');
});

test('a body of more than 100 kB is refused, announced or not', async () => {
  const large = 'x'.repeat(150_000);
  expect((await ask(server.graphql, { query: `{ a(b: "${large}") }` })).status).toBe(413);
  const chunk = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
  const head =
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  expect(await sendRaw(server.url, head + chunk)).toMatch(/^HTTP\/1\.1 413 [\s\S]*"TOO_LARGE"/);
});

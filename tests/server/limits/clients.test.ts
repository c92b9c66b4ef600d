import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import type { Database } from '../../../src/db/database.ts';
import { persistedQueries, resolvePersisted } from '../../../src/server/answer/persisted.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { answerOf, ask, bare, type Headers, seed, serve } from '../serving.ts';

const JSON_WANTED = { accept: 'application/json' };

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let open: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  server = await serve(database, { ENTENTE_PROFILE: 'production' });
  open = await serve(database);
});
afterAll(async () => {
  await server.close();
  await open.close();
  await database.close();
});

const PEOPLE = 'query People($n: Int) { people(first: $n) { totalCount } }';
const address = (given: Readonly<Record<string, unknown>>, url = server.graphql) =>
  `${url}?${new URLSearchParams(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )}`;
const byGet = async (given: Readonly<Record<string, unknown>>, headers: Headers = JSON_WANTED) =>
  answerOf(await fetch(address(given), { headers }));
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (query: string, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash: hashOf(query) },
});

describe('queries by GET', () => {
  test('are answered, with variables and a name', async () => {
    const { status, body, headers } = await byGet({
      query: `${PEOPLE} query Other { __typename }`,
      variables: { n: 2 },
      operationName: 'People',
    });
    expect([status, body.data]).toEqual([200, { people: { totalCount: 3 } }]);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  });

  test.each([
    ['a program that asks for JSON', JSON_WANTED, 200],
    [
      'urql as it is',
      {
        accept:
          'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      },
      200,
    ],
    ['a page of this server', { 'sec-fetch-site': 'same-origin' }, 200],
    ['an address typed by a person', { 'sec-fetch-site': 'none', accept: 'text/html' }, 200],
    [
      'whatever a preflight was made for',
      { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' },
      200,
    ],
    ['an image of a foreign page', { 'sec-fetch-site': 'cross-site', accept: 'image/*' }, 400],
    ['a script of a foreign page', { 'sec-fetch-site': 'cross-site', accept: '*/*' }, 400],
    ['a foreign page that asks for JSON', { 'sec-fetch-site': 'cross-site', ...JSON_WANTED }, 400],
    ['a sister site', { 'sec-fetch-site': 'same-site', ...JSON_WANTED }, 400],
    ['an image in a browser that says no more', { accept: 'image/avif,image/*,*/*;q=0.8' }, 400],
  ] as [string, Headers, number][])('from %s', async (_, headers, status) => {
    const answer = await bare(address({ query: '{ __typename }' }), headers);
    expect(answer.status, String(answer.bytes)).toBe(headers.accept === 'text/html' ? 406 : status);
    if (status === 400) expect(String(answer.bytes)).toContain('accept: application/json');
  });

  test('run no mutation', async () => {
    const { status, body } = await byGet({ query: 'mutation { x }' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.data ?? null).toBeNull();
  });

  test.each([
    [{ query: '{ __typename }', variables: '{' }, /variables of the address is no JSON/],
    [{ query: '{ people(' }, /Syntax Error/],
    [{}, /./],
  ])('%j is told what is wrong', async (given, message) => {
    const { body, headers } = await byGet(given);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect(body.errors?.[0]?.extensions?.code).toMatch(/^[A-Z_]+$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('an answer that the client has is not sent again', async () => {
    const first = await byGet({ query: PEOPLE });
    const etag = first.headers.get('etag')!;
    const again = await byGet({ query: PEOPLE }, { ...JSON_WANTED, 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await byGet(
      { query: '{ people { totalCount pageInfo { hasNextPage } } }' },
      { ...JSON_WANTED, 'if-none-match': etag },
    );
    expect(other.status).toBe(200);
  });
});

describe('persisted queries', () => {
  const QUERY = 'query Persisted { people(first: 1) { totalCount } }';
  test('are asked for once, then known by their hash, by GET and by POST', async () => {
    const extensions = persisted(QUERY);
    for (const answer of [await ask(server.graphql, { extensions }), await byGet({ extensions })]) {
      expect(answer.body.errors?.[0]).toMatchObject({
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
      });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const sent = await ask(server.graphql, { query: QUERY, extensions });
    expect(sent.body.data).toEqual({ people: { totalCount: 3 } });
    for (const answer of [await ask(server.graphql, { extensions }), await byGet({ extensions })])
      expect(answer.body.data).toEqual({ people: { totalCount: 3 } });
  });

  test('a hash of another text is refused, and keeps nothing', async () => {
    const extensions = persisted('query Mine { __typename }');
    const { status, body } = await ask(server.graphql, { query: '{ __typename }', extensions });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_USER_INPUT']);
    const again = await ask(server.graphql, { extensions });
    expect(again.body.errors?.[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test.each([{ version: 2, sha256Hash: hashOf(QUERY) }, { version: 1, sha256Hash: 'x' }, 'x'])(
    '%j is a form that is not served',
    async (persistedQuery) => {
      const { body } = await ask(server.graphql, { extensions: { persistedQuery } });
      expect(body.errors?.[0]).toMatchObject({
        message: 'PersistedQueryNotSupported',
        extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
      });
    },
  );

  test('take a bounded place: the longest unused goes first', () => {
    const kept = persistedQueries();
    const query = (i: number) => `{ a${i} ${'x '.repeat(9_000)} }`;
    for (let i = 0; i < 500; i++)
      resolvePersisted(kept, { query: query(i), extensions: persisted(query(i)) });
    const known = (i: number) => kept.get(hashOf(query(i))) !== undefined;
    expect([known(0), known(499)]).toEqual([false, true]);
    const long = `{ ${'x '.repeat(11_000)} }`;
    resolvePersisted(kept, { query: long, extensions: persisted(long) });
    expect(kept.get(hashOf(long))).toBeUndefined();
  });
});

describe('compression', () => {
  const introspection = {
    query: '{ __schema { types { name description fields { name description } } } }',
  };
  const sent = (accepted: string, url = open.graphql) =>
    bare(address(introspection, url), { ...JSON_WANTED, 'accept-encoding': accepted });

  test('sends long answers in the encoding that the client prefers among ours', async () => {
    const plain = await sent('identity');
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, *', 'gzip', gunzipSync],
    ] as const) {
      const { headers, bytes } = await sent(accepted);
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toContain('accept-encoding');
      expect(JSON.parse(String(unpack(bytes)))).toEqual(JSON.parse(String(plain.bytes)));
      expect(bytes.length * 4).toBeLessThan(plain.bytes.length);
    }
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('leaves short answers and unwilling clients alone', async () => {
    const short = await bare(address({ query: '{ __typename }' }), {
      ...JSON_WANTED,
      'accept-encoding': 'br, gzip',
    });
    expect(short.headers['content-encoding']).toBeUndefined();
    expect((await sent('deflate')).headers['content-encoding']).toBeUndefined();
  });

  test('the same answer has one tag in every encoding', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map((each) => sent(each)));
    expect(new Set(tags.map(({ headers }) => headers.etag)).size).toBe(1);
  });
});

test('the contract is served as text, also in production', async () => {
  const response = await fetch(`${server.url}schema.graphql`);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(Object.keys(buildSchema(text).getTypeMap()).sort()).toEqual(
    Object.keys(buildSchema(printSchema(schema)).getTypeMap()).sort(),
  );
  const again = await fetch(`${server.url}schema.graphql`, {
    headers: { 'if-none-match': response.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});

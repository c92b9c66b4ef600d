import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { readSavedQueries } from '../../../src/server/neo4j-browser/browser.ts';
import { readOperations } from '../../../src/server/pages/operations.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, sendRaw, serve } from '../serving.ts';

const ADDRESS = { url: 'http://127.0.0.1:7474/browser/', bolt: 'bolt://127.0.0.1:7687' };
const BUILT = existsSync(path.resolve(import.meta.dirname, '../../../dist/.vite/manifest.json'));

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  server = await serve(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = async (url: string) => {
  const response = await fetch(new URL(url, server.url));
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('a saved query for Neo4j Browser', () => {
  test.each(readSavedQueries(ADDRESS).map((query) => [query.name, query] as const))(
    '%s runs, reads only, and is what its link opens',
    async (_name, { title, cypher, link }) => {
      expect(title.length).toBeGreaterThan(10);
      const reader = database.reader();
      await expect(reader.run('saved', cypher, {})).resolves.toBeInstanceOf(Array);
      await reader.close();
      const { origin, pathname, searchParams } = new URL(link!);
      expect(`${origin}${pathname}`).toBe(ADDRESS.url);
      expect(Object.fromEntries(searchParams)).toEqual({
        connectURL: ADDRESS.bolt,
        cmd: 'edit',
        arg: cypher,
      });
    },
  );

  test('has no link where no Neo4j Browser is known', () => {
    expect(readSavedQueries({ url: null, bolt: '' }).map(({ link }) => link)).toEqual(
      readSavedQueries(ADDRESS).map(() => null),
    );
  });
});

describe('an example operation', () => {
  test.each(readOperations().map((operation) => [operation.name, operation] as const))(
    '%s has a title and is within the limits',
    async (_name, { title, query, variables }) => {
      expect(title.length).toBeGreaterThan(5);
      const body = { query, variables: variables === '' ? {} : JSON.parse(variables) };
      const { status, body: answer } = await ask(server.graphql, body);
      // The graph of this test holds none of the entities that the examples name.
      const wrong = answer.errors?.filter(
        ({ message }: { message: string }) => !/is nothing in the graph\.$/.test(message),
      );
      expect([status, wrong ?? []]).toEqual([200, []]);
    },
  );

  test('there are at least ten, told to pages in their order', async () => {
    const told = JSON.parse((await get('/operations.json')).text) as { name: string }[];
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told.map(({ name }) => name)).toEqual(told.map(({ name }) => name).sort());
  });
});

test('in production nobody is told where the database is', async () => {
  const production = await serve(database, { ENTENTE_PROFILE: 'production', TOOLS: 'on' });
  const tools = await (await fetch(`${production.url}tools.json`)).text();
  await production.close();
  expect(tools).not.toMatch(/bolt:|7687|7474/);
  expect(JSON.parse(tools)).toMatchObject({ graphiql: false, browser: null, bolt: null });
});

describe.skipIf(!BUILT)('a page (after `npm run build`)', () => {
  test.each(['/graphiql', '/cypher'])('%s runs scripts of this server only', async (url) => {
    const { status, headers, text } = await get(url);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    for (const [, source] of text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(source).toMatch(/^(?:\/assets\/|data:image\/svg)/);
  });

  test('what it loads may be kept for ever, the page itself not', async () => {
    // Without a question, this page asks the database nothing.
    const { headers, text } = await get('/path');
    const [, script] = /src="(\/assets\/[^"]+)"/.exec(text)!;
    expect(headers.get('cache-control')).toBe('no-cache');
    expect((await get(script!)).headers.get('cache-control')).toContain('immutable');
  });
});

test('metrics count requests and their time', async () => {
  await ask(server.graphql, { query: '{ __typename }' });
  const { text, headers } = await get('/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  expect(text).toMatch(/^entente_requests_total\{path="\/graphql",status="200"\} [1-9]/m);
  expect(text).toMatch(/^entente_request_seconds_count\{path="\/graphql"\} [1-9]/m);
});

test('liveness does not ask the database', async () => {
  const gone: Database = { ...database, ping: () => Promise.reject(new Error('gone')) };
  const alone = await serve(gone);
  const [live, ready] = await Promise.all(
    ['health/live', 'health/ready'].map(async (url) => (await fetch(alone.url + url)).status),
  );
  await alone.close();
  expect([live, ready]).toEqual([200, 503]);
});

test.each([
  ['/graphql/?query=%7B__typename%7D', '/graphql?query=%7B__typename%7D'],
  ['/graphiql//', '/graphiql'],
  ['/e/country:IN/', '/e/country:IN'],
  ['/list/people/?q=a', '/list/people?q=a'],
])('a slash behind an address leads to it: %s', async (asked, wanted) => {
  const { status, headers } = await fetch(new URL(asked, server.url), { redirect: 'manual' });
  expect([status, headers.get('location')]).toEqual([308, wanted]);
});

test('slashes lead to no other host, and many cost no more than few', async () => {
  const paths = ['//example.org/', `/${'/'.repeat(6_000)}x`];
  for (const path of paths) {
    const { hostname, port } = new URL(server.url);
    const answer = await sendRaw(
      server.url,
      `GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  }
});

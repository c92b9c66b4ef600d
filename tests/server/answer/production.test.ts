import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, sendRaw, serve } from '../serving.ts';

type Server = Awaited<ReturnType<typeof serve>>;
let database: Database;
let server: Server;
let opened: Server;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  const ENTENTE_PROFILE = 'production';
  server = await serve(database, { ENTENTE_PROFILE, CLIENT_POINTS_PER_MINUTE: '1000' });
  opened = await serve(database, {
    ENTENTE_PROFILE,
    METRICS: 'on',
    TOOLS: 'on',
    GRAPHIQL: 'on',
    INTROSPECTION: 'on',
    CLIENT_POINTS_PER_MINUTE: '0',
  });
});
afterAll(async () => {
  await server.close();
  await opened.close();
  await database.close();
});

const SCHEMA = '{ __schema { queryType { name } } }';
const PEOPLE = '{ people(first: 2) { edges { node { id name } } } }';
const statusOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).status;

describe('of texts strangers see the beginning', () => {
  const TEXT = `${'A ship sails. '.repeat(60)}The end.`;
  const BEGINNING = `${TEXT.slice(0, 500)}…`;
  beforeAll(async () => {
    await database.run(
      `CREATE (:Document {id: 'document:long', source: 'long.txt', text: $text, ingestedAt: '2026-01-02T03:04:05Z'})
       CREATE (:Document {id: 'document:short', source: 'short.txt', text: 'A ship sails.', ingestedAt: '2026-01-02T03:04:05Z'})`,
      { text: TEXT },
    );
  });

  test.each([
    ['by its id', '{ node(id: "document:long") { ... on Document { text } } }'],
    [
      'under another name',
      '{ node(id: "document:long") { ... on Document { text: title all: text } } }',
    ],
    ['twice', '{ node(id: "document:long") { ... on Document { text again: text } } }'],
    ['in a list', '{ documents(where: {source: {eq: "long.txt"}}) { edges { node { text } } } }'],
    ['among nodes', '{ nodes(ids: ["document:long"]) { ... on Document { text } } }'],
  ])('%s, however often it is asked', async (_how, query) => {
    // The fourth is answered by what was compiled for it.
    for (let i = 0; i < 6; i++) {
      const { text } = await ask(opened.graphql, { query });
      expect(text).toContain(JSON.stringify(BEGINNING));
      expect(text).not.toContain('The end.');
    }
  });

  test('what is short is whole, and whoever develops sees all', async () => {
    const short = '{ node(id: "document:short") { ... on Document { text } } }';
    expect((await ask(opened.graphql, { query: short })).text).toContain('"A ship sails."');
    const development = await serve(database);
    const long = '{ node(id: "document:long") { ... on Document { text } } }';
    expect((await ask(development.graphql, { query: long })).text).toContain('The end.');
    await development.close();
  });
});

describe('what strangers need not see', () => {
  test.each(['metrics', 'tools.json', 'operations.json', 'graphiql', 'cypher'])(
    '/%s is closed, and open when it is switched on',
    async (path) => {
      expect(await statusOf(server.url + path)).toBe(404);
      // A page that was not built is told as such.
      expect([200, 503]).toContain(await statusOf(opened.url + path));
    },
  );

  test('the schema is told only when it is switched on, and so are hints at its names', async () => {
    const closed = await ask(server.graphql, { query: SCHEMA });
    expect(closed.body.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(opened.graphql, { query: SCHEMA })).body.errors).toBeUndefined();
    const misspelt = { query: '{ peopl { totalCount } }' };
    expect((await ask(server.graphql, misspelt)).text).not.toContain('people');
    expect((await ask(opened.graphql, misspelt)).text).toContain('people');
  });
});

describe('points of a client', () => {
  test('are told in headers, taken for what is asked, and refused when they are used up', async () => {
    const first = await ask(server.graphql, { query: PEOPLE });
    const left = Number(/r=(\d+)/.exec(first.headers.get('ratelimit') ?? '')?.[1]);
    expect(first.headers.get('ratelimit-policy')).toBe('"points";q=1000;w=60');
    expect(left).toBeLessThan(1_000);

    const dear = {
      query:
        '{ people(first: 100) { edges { node { relationships(first: 90) { edges { node { id } } } } } } }',
    };
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await ask(server.graphql, dear));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers[0]!.status).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body, headers } of refused) {
      expect(body.errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    // Only what was read is charged, and health costs nothing.
    const points = Number(
      (answers[0]!.body.extensions as { cost: { points: number } }).cost.points,
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(
      Math.floor((left - answers.length + 12) / points),
    );
    expect(await statusOf(`${server.url}health/live`)).toBe(200);
  });
});

describe('HTTP', () => {
  test.each(['/assets/..', '/assets/.', '/assets/', '/assets/...', '/assets/.x', '/constructor'])(
    'GET %s is not found',
    async (path) => {
      const answer = await sendRaw(
        opened.url,
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    },
  );

  test('what is not there is a page for people and an error for programs', async () => {
    const page = await fetch(`${opened.url}nothing`, { headers: { accept: 'text/html,*/*' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('<!doctype html>');
    const error = await fetch(`${opened.url}nothing`);
    expect([error.status, error.headers.get('content-type')]).toEqual([
      404,
      'application/json; charset=utf-8',
    ]);
  });

  test.each(['health/live', 'health/ready', 'metrics', 'tools.json', 'operations.json', 'nothing'])(
    'HEAD /%s has the head of GET and no body',
    async (path) => {
      const head = await fetch(opened.url + path, { method: 'HEAD' });
      const get = await fetch(opened.url + path);
      expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
        get.status,
        get.headers.get('content-type'),
        '',
      ]);
    },
  );

  test.each(['utf-16', 'UTF-16LE', '"iso-8859-1"', 'utf-7'])(
    'JSON in %s is refused, since it would be read as something else',
    async (charset) => {
      const type = { 'content-type': `application/json; charset=${charset}` };
      const { status, body } = await ask(opened.graphql, { query: PEOPLE }, type);
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([415, 'BAD_USER_INPUT']);
    },
  );

  test.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8'])('JSON in %s is read', async (charset) => {
    const type = { 'content-type': `application/json; charset=${charset}` };
    expect((await ask(opened.graphql, { query: PEOPLE }, type)).status).toBe(200);
  });
});

test('an answer that is too large is refused, and says how to ask for less', async () => {
  await database.run(
    "MATCH (p:Person) SET p.name = left(reduce(s = '', i IN range(1, 800) | s + 'long'), 3000)",
  );
  const small = await serve(database, {
    ANSWER_BYTES_MAX: '20000',
    READ_TIMEOUT_MS: '20000',
    REQUEST_TIMEOUT_MS: '25000',
  });
  try {
    const query = '{ people(first: 3) { edges { node { a: name b: name c: name } } } }';
    const { status, body } = await ask(small.graphql, { query });
    expect([status, body.data ?? null, body.errors?.[0]?.extensions?.code]).toEqual([
      413,
      null,
      'TOO_LARGE',
    ]);
    expect(body.errors?.[0]?.message).toContain('lower "first"');
    const accept = { accept: 'application/graphql-response+json' };
    expect((await ask(small.graphql, { query }, accept)).status).toBe(413);
    const less = { query: '{ people(first: 3) { edges { node { a: name } } } }' };
    expect((await ask(small.graphql, less)).status).toBe(200);
  } finally {
    await small.close();
  }
});

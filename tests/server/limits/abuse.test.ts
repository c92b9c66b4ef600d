import v8 from 'node:v8';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, sendRaw, serve } from '../serving.ts';

const CODE = /^[A-Z_]+$/;
const ANSWER_MAX_MS = 1_000;
const GROWTH_MAX_MB = 30;

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

const repeat = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

const QUERIES: readonly (readonly [what: string, query: string])[] = [
  ['5,000 levels', `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}`],
  ['20,000 open braces', '{'.repeat(20_000)],
  [
    '5,000 nested lists',
    `{ people(where: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { totalCount } }`,
  ],
  ['1,000 aliases', `{ ${repeat(1_000, (i) => `a${i}: people { totalCount }`)} }`],
  [
    'aliases in a fragment',
    `{ ${repeat(10, () => '...F')} people { ...G } } fragment F on Query { __typename } fragment G on PeopleConnection { ${repeat(51, (i) => `a${i}: totalCount`)} }`,
  ],
  ['500 directives', `{ __typename ${repeat(500, () => '@include(if: true)')} }`],
  ['circular fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['a fragment in itself', '{ ...A } fragment A on Query { people { ...A } }'],
  [
    'fragments that double',
    `{ ...F0 } ${repeat(20, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Query { nope }`,
  ],
  ['90,000 commas', `{ people${','.repeat(90_000)}( }`],
  ['a comment of 90 kB', `{ nope } #${'x'.repeat(90_000)}`],
  [
    'deep introspection',
    `{ __type(name: "Person") { ${'fields { type { '.repeat(20)} name ${'} } '.repeat(20)} } }`,
  ],
  ['a number that is no Int', '{ people(first: 99999999999) { totalCount } }'],
  ['a page below 1', '{ people(first: -1) { edges { node { id } } } }'],
  ['both ends of a list', '{ people(first: 1, last: 1, before: "x") { edges { node { id } } } }'],
  ['a path of 1,000 steps', '{ paths(from: "a", to: "b", maxLength: 1000) { explored } }'],
  ['a path to where it begins', '{ paths(from: "a", to: "a") { explored } }'],
  ['101 ids', `{ nodes(ids: [${repeat(101, (i) => `"x${i}"`)}]) { id } }`],
  ['an empty search', '{ search(query: " ") { edges { node { score } } } }'],
  ['a search of 50 kB', `{ search(query: "${'x'.repeat(50_000)}") { edges { node { score } } } }`],
  ['a date that is none', '{ timeline(from: "2025-02-31") { totalCount } }'],
];

const INJECTIONS = [
  "') DETACH DELETE n //",
  '"}) RETURN 1 UNION MATCH (n) DETACH DELETE n //',
  '`) MATCH (n) SET n.name = "x" //',
  '$p0',
  '\\u0027 OR 1=1',
  '*) OR (name:*',
  'a AND (b OR',
  '[[[ TO }}} ~~~ ^^^ \\\\',
  '\u0000',
  '\u202e\u200b\ufeff',
  'ॐ'.repeat(100),
  '__proto__',
  'constructor',
];
const PLACES: readonly (readonly [field: string, query: string])[] = [
  ['entity by id', 'query Q($x: ID!) { entity(id: $x) { id } }'],
  ['entity by name', 'query Q($x: String!) { entity(name: $x) { id } }'],
  ['node', 'query Q($x: ID!) { node(id: $x) { id } }'],
  ['nodes', 'query Q($x: ID!) { nodes(ids: [$x]) { id } }'],
  ['search', 'query Q($x: String!) { search(query: $x) { edges { node { score node { id } } } } }'],
  [
    'searchStatements',
    'query Q($x: String!) { searchStatements(query: $x) { edges { node { id } } } }',
  ],
  [
    'a filter',
    'query Q($x: String!) { people(where: { name: { contains: $x } }) { edges { node { id } } } }',
  ],
  ['a cursor', 'query Q($x: String!) { people(first: 1, after: $x) { edges { node { id } } } }'],
  [
    'paths',
    'query Q($x: ID!) { paths(from: $x, to: "person:p1", through: [$x], avoid: [$x]) { explored reason } }',
  ],
  ['neighbourhood', 'query Q($x: ID!) { neighbourhood(of: [$x]) { omitted entities { id } } }'],
];

describe('is a coded error in less than a second', () => {
  test.each(QUERIES)('%s', { retry: 1 }, async (_what, query) => {
    const start = performance.now();
    const { status, body } = await ask(server.graphql, { query });
    expect(performance.now() - start).toBeLessThan(ANSWER_MAX_MS);
    expect(status).toBeLessThan(500);
    expect(body.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of body.errors ?? [])
      expect([extensions?.code, extensions?.code === 'INTERNAL_SERVER_ERROR']).toEqual([
        expect.stringMatching(CODE),
        false,
      ]);
  });
});

describe('text is text, never Cypher nor Lucene', () => {
  test.each(PLACES)('in %s', async (_field, query) => {
    for (const x of INJECTIONS) {
      const { status, body } = await ask(server.graphql, { query, variables: { x } });
      expect([x, status]).toEqual([x, 200]);
      expect([x, body.errors?.[0]?.extensions?.code ?? 'BAD_USER_INPUT']).toEqual([
        x,
        'BAD_USER_INPUT',
      ]);
    }
    const [count] = await database.run(
      'MATCH (p:Person) RETURN count(p) AS people, count(p.name) AS names',
    );
    expect(count).toEqual({ people: 3, names: 3 });
  });
});

describe('bytes that are no request are refused', () => {
  const post = (body: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `POST /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]);
  test.each([
    ['invalid UTF-8', post(Buffer.from([0x7b, 0x22, 0x71, 0xff, 0xfe]))],
    [
      '20,000 nested lists as JSON',
      post(Buffer.from(`{"query": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)),
    ],
    ['no JSON', post(Buffer.from('{ __typename }'))],
    ['nothing', post(Buffer.alloc(0))],
    ['no HTTP', Buffer.from('\u0000\u0001 hello\r\n\r\n')],
    [
      'two lengths',
      Buffer.from(
        'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{}',
      ),
    ],
    [
      'a path out of the pages',
      Buffer.from(
        'GET /assets/../../package.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
      ),
    ],
    [
      'a path with escapes',
      Buffer.from(
        'GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
      ),
    ],
  ])('%s', async (_what, bytes) => {
    expect(await sendRaw(server.url, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

test('distinct documents do not pile up in memory', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  /** MB that are still held when what nobody holds is gone. */
  const held = async () => {
    // Buffers are given back in a turn of their own.
    for (let turn = 0; turn < 3; turn++) {
      collect();
      await new Promise(setImmediate);
    }
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 2 ** 20;
  };
  const flood = async (from: number, count: number) => {
    for (let i = from; i < from + count; i += 10)
      await Promise.all(
        Array.from({ length: 10 }, (_, k) =>
          ask(server.graphql, { query: `{ __typename } #${i + k}${'x'.repeat(90_000)}` }),
        ),
      );
  };
  await flood(0, 100);
  const before = await held();
  await flood(100, 700);
  // Their texts alone are 63 MB.
  expect((await held()) - before).toBeLessThan(GROWTH_MAX_MB);
});

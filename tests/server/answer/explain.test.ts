import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { toInteger } from '../../../src/db/integer.ts';
import {
  browserParameters,
  cypherLiteral,
} from '../../../src/server/neo4j-browser/cypher-literal.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, serve } from '../serving.ts';

const EXPLAIN = { 'x-entente-explain': 'true' };
const QUERY = `{ people(first: 2, where: { name: { in: ["Person 1", "Person 3"] }, positions: { some: { statementCount: { gte: 1 } } } }) {
  totalCount edges { node { id name positions(first: 5) { edges { title node { name } } } } } } }`;

interface Explained {
  readonly path: string;
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly browser: string;
  readonly browserUrl: string;
  readonly rows: number;
  readonly ms: number;
}

interface People {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

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

/** What Neo4j Browser does with `:param name => value`: the value is Cypher. */
async function asInBrowser({ browser, cypher }: Explained) {
  const literals = [...browser.matchAll(/^:param (\w+) => (.+);$/gm)].map((found) =>
    found.slice(1),
  );
  // The statement follows its parameters, and ends as they do.
  expect(browser.endsWith(`\n${cypher};`)).toBe(true);
  const projected = literals.map(([name, literal]) => `\`${name}\`: ${literal}`).join(', ');
  const text = cypher.replace(/\$(\w+)/g, 'given.`$1`');
  const limits = literals.reduce(
    (at, [name, literal]) => at.replaceAll(`LIMIT given.\`${name}\``, `LIMIT ${literal}`),
    text,
  );
  return database.run(`WITH {${projected}} AS given\nCALL (given) {\n${limits}\n}\nRETURN value`);
}

test('an explained answer tells the statement, its parameters, its rows and its time', async () => {
  const { body } = await ask(server.graphql, { query: QUERY }, EXPLAIN);
  const [explained, ...more] = (body.extensions?.explain ?? []) as Explained[];
  expect(more).toEqual([]);
  expect(explained).toMatchObject({ path: 'people', rows: 1, ms: expect.any(Number) });
  expect(Object.values(explained!.params)).toContain(2);
  expect(explained!.browser).toMatch(/^:param p0 => .+;$/m);
  expect(new URL(explained!.browserUrl).searchParams.get('arg')).toBe(explained!.browser);
});

test('pasted into Neo4j Browser, it gives the rows that were answered', async () => {
  const { body } = await ask(server.graphql, { query: QUERY }, EXPLAIN);
  const [explained] = (body.extensions?.explain ?? []) as [Explained];
  const [row] = await asInBrowser(explained);
  const idsOf = (connection: unknown) => (connection as People).edges.map(({ node }) => node.id);
  const answered = body.data?.people as People;
  expect(idsOf(answered)).toEqual(['person:p1', 'person:p3']);
  expect((row?.value as People | undefined)?.totalCount).toBe(answered.totalCount);
  expect(idsOf(row?.value).slice(0, 2)).toEqual(idsOf(answered));
});

test('what a request may cost is told', async () => {
  const { body } = await ask(server.graphql, { query: QUERY });
  expect(body.extensions).toEqual({
    cost: {
      nodes: expect.any(Number),
      relationships: expect.any(Number),
      bytes: expect.any(Number),
      points: expect.any(Number),
    },
  });
});

test('nothing is explained to whom does not ask, nor in production', async () => {
  expect((await ask(server.graphql, { query: QUERY })).text).not.toContain('MATCH');
  const production = await serve(database, { ENTENTE_PROFILE: 'production' });
  const answer = await ask(production.graphql, { query: QUERY }, EXPLAIN);
  await production.close();
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain('MATCH');
});

describe('a parameter as Cypher is the value that was sent', () => {
  test.each([
    ['O\'Brien \\ said "no"\n\t\u0000 {} ` $x //', 'a text'],
    ['मोदी Türkiye 🚀', 'other scripts'],
    [0.5, 'a fraction'],
    [2, 'a whole number that travels as a float'],
    [toInteger(7), 'an integer'],
    [[toInteger(1), 'a', null, true], 'a list'],
    [{ 'odd `key`': [{ a: toInteger(1) }] }, 'a map'],
    [null, 'nothing'],
  ])('%j, %s', async (value) => {
    const [sent] = await database.run('RETURN $value AS value, valueType($value) AS type', {
      value,
    });
    const [written] = await database.run(
      `WITH ${cypherLiteral(value)} AS value RETURN value, valueType(value) AS type`,
    );
    expect(written).toEqual(sent);
  });
});

test('no parameters need no commands', () => {
  expect(browserParameters({})).toBe('');
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, serve } from '../../server/serving.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });
const PATIENT = {
  READ_TIMEOUT_MS: '60000',
  REQUEST_TIMEOUT_MS: '60000',
  CLIENT_POINTS_PER_MINUTE: '0',
};
/** More than a page of a list has. */
const MEMBERS = 130;

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
/** What Neo4j was asked, in the order of asking. */
const texts: string[] = [];

/** Two people who are tied through a body of many, and through a small one. */
const seed = () =>
  database.run(`
    CREATE (big:Entity:Organisation {id: 'organisation:big', name: 'Big Council', nameKey: 'big council'})
    CREATE (small:Entity:Organisation {id: 'organisation:small', name: 'Small Office', nameKey: 'small office'})
    CREATE (one:Entity:Person {id: 'person:one', name: 'Anna Alder', nameKey: 'anna alder'})
    CREATE (other:Entity:Person {id: 'person:other', name: 'Bernd Birch', nameKey: 'bernd birch'})
    CREATE (named:Entity:Country {id: 'country:AN', name: 'Anna Land', nameKey: 'anna land'})
    WITH big, small, one, other
    UNWIND [[one, big, 'a'], [other, big, 'b'], [one, small, 'c'], [other, small, 'd']] AS tie
    WITH tie[0] AS who, tie[1] AS what, tie[2] AS name, big
    CREATE (who)-[:HOLDS_POSITION {id: 'relationship:' + name}]->(what)
    WITH DISTINCT big
    UNWIND range(1, ${MEMBERS}) AS i
    CREATE (p:Entity:Person {id: 'person:m' + i, name: 'Member ' + i, nameKey: 'member ' + i})
    CREATE (p)-[:HOLDS_POSITION {id: 'relationship:m' + i}]->(big)`);

beforeAll(async () => {
  database = await emptyDatabase();
  await seed();
  await database.run(
    'MATCH (e:Entity) SET e += {aliases: [], aliasKeys: [], externalIds: [], statementCount: 1, searchText: e.nameKey}',
  );
  await database.run(
    "MATCH ()-[r]->() WHERE r.id STARTS WITH 'relationship:' SET r += {confidence: 0.9, modality: 'asserted', statementCount: 1, documentCount: 1, sourceCount: 1}",
  );
  await database.run('CALL db.awaitIndexes(60)');
  const reader: Database['reader'] = (...given) => {
    const own = database.reader(...given);
    return new Proxy(own, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          texts.push(
            ...args.filter((arg) => typeof arg === 'string' && arg.includes('MATCH')).map(String),
          );
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  };
  const watched = new Proxy(database, {
    get: (target, name) => (name === 'reader' ? reader : Reflect.get(target, name)) as unknown,
  });
  server = await serve(watched, PATIENT, { warm: true });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const page = async (url: string) => {
  const response = await fetch(new URL(url, server.url), { headers: { accept: 'text/html' } });
  return { headers: response.headers, html: (await response.text()).replaceAll('<!-- -->', '') };
};

/** The last that is asked beforehand is the evidence of a relationship. */
test('after the start no kind of page asks Neo4j a text that it has not planned', async () => {
  await expect
    .poll(() => texts.filter((text) => text.includes('relationshipId: id')).length, {
      timeout: 270_000,
    })
    .toBeGreaterThan(0);
  const planned = new Set(texts);
  for (const url of [
    ...['/', '/e/person:one', '/search?q=birch', '/list/Person', '/list/Document', '/docs/none'],
    '/path?a=person:one&b=person:other',
  ])
    await page(url);
  // How many relationships there are of each type is measured in the background.
  const anew = texts.filter((text) => !planned.has(text) && !text.includes('rand()'));
  expect(anew).toEqual([]);
});

describe('search', () => {
  test('tells how many hits are of each kind, whichever is chosen', async () => {
    for (const url of ['/search?q=anna', '/search?q=anna&kind=Country']) {
      const { html } = await page(url);
      expect(html).toMatch(/Countries <small>1<\/small>/);
      expect(html).toMatch(/People <small>1<\/small>/);
      expect(html).toMatch(/All <small>2<\/small>/);
    }
  });

  test('can be taken along as CSV and JSON', async () => {
    const csv = (await page('/search?q=anna&format=csv')).html.trim().split('\r\n');
    expect(csv).toHaveLength(3);
    expect(csv[0]).toMatch(/^id,name,kind,/);
    const json = JSON.parse((await page('/search?q=anna&format=json')).html) as {
      search: { edges: unknown[] };
    };
    expect(json.search.edges).toHaveLength(2);
  });

  test('offers the name that was meant', async () => {
    const { html } = await page('/search?q=bernd+birsh');
    expect(html).toContain('Did you mean <a href="/search?q=Bernd+Birch">Bernd Birch</a>?');
  });
});

test.each([
  ['/search?q=anna', 'search'],
  ['/list/Person', 'entities'],
  ['/e/person:one', 'entity'],
  ['/path?a=person:one&b=person:other', 'paths'],
])('%s links to the same question in GraphiQL, which answers it', async (url, field) => {
  const { html } = await page(url);
  const [, href = ''] = /href="(\/graphiql\?[^"]+)"/.exec(html) ?? [];
  const { searchParams } = new URL(href.replaceAll('&amp;', '&'), server.url);
  expect(searchParams.get('run')).toBe('true');
  const { body } = await ask(server.graphql, {
    query: searchParams.get('query'),
    variables: JSON.parse(searchParams.get('variables')!),
  });
  expect(body.errors).toBeUndefined();
  expect(body.data?.[field]).toBeTruthy();
});

describe('a path', () => {
  const between = '/path?a=person:one&b=person:other&k=5';
  const through = (html: string) =>
    ['organisation:big', 'organisation:small'].filter((id) =>
      new RegExp(`<ol class="steps">.*/e/${id}`, 's').test(html),
    );

  test('leads through every body without a wish', async () => {
    expect(through((await page(between)).html)).toEqual(['organisation:big', 'organisation:small']);
  });

  test('can avoid those that have many relationships, and names them', async () => {
    const { html } = await page(`${between}&hubs=50`);
    expect(through(html)).toEqual(['organisation:small']);
    expect(html).toContain(`>Big Council</a> (${MEMBERS + 2} relationships)`);
  });

  test.each(['organisation:small', 'Small Office'])('goes through or round %s', async (name) => {
    const named = encodeURIComponent(name);
    const by = await page(`${between}&through=${named}`);
    expect(through(by.html)).toEqual(['organisation:small']);
    expect(by.html).toContain('value="Small Office"');
    expect(by.html).toMatch(/rel="canonical" href="[^"]*through=organisation:small/);
    expect(through((await page(`${between}&avoid=${named}&avoid=`)).html)).toEqual([
      'organisation:big',
    ]);
  });

  test('says which of the named is nobody', async () => {
    const { html } = await page(`${between}&avoid=Zzyzx+Qwrty`);
    expect(html).toContain('Nothing is called “Zzyzx Qwrty”');
    expect(through(html)).toHaveLength(2);
  });
});

describe('more than a page', () => {
  test('is said, with how many more there are', async () => {
    const { html } = await page('/e/organisation:big');
    expect(html).toContain(`Show ${MEMBERS + 2 - 100} more`);
    expect((await page('/list/Person')).html).toContain(`Show ${MEMBERS + 2 - 100} more`);
  });

  test.each([
    ['/e/organisation:big', MEMBERS + 2],
    ['/list/Person', MEMBERS + 2],
  ])('of %s is in the CSV, each row once', async (url, all) => {
    const { html, headers } = await page(`${url}?format=csv`);
    const ids = html
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(ids).size).toBe(all);
    expect(ids.length).toBe(all);
    expect(headers.get('content-disposition')).not.toContain('first');
  });
});

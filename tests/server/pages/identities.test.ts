import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, serve } from '../serving.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
/** A first plan takes long on a machine that does much else. */
const PATIENT = { READ_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' };

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;

/**
 * Two people called Ana Brandt who were left apart, one of them put together of two names; and two
 * systems whose designations are alike.
 */
const seed = () =>
  database.run(
    `UNWIND [['person:brandt', 'Ana Brandt', 'Person'], ['person:ana-brandt', 'Ana Brandt, MP', 'Person'], ['weapon-system:x1', 'X-1', 'WeaponSystem'], ['weapon-system:x1a', 'X-1A', 'WeaponSystem']] AS row
     CREATE (e:Entity {id: row[0], name: row[1], nameKey: row[0], aliases: [], aliasKeys: [], externalIds: [], statementCount: 2})
     SET e:$(row[2])
     WITH collect(e) AS all
     UNWIND [
       {id: 'person:brandt', entity: 'person:brandt', name: 'Ana Brandt'},
       {id: 'person:a-brandt', entity: 'person:brandt', name: 'A. Brandt', likeId: 'person:brandt', likeName: 'Ana Brandt', score: 2.0, features: ['surname', 'given'], lefts: ['Brandt', 'A.'], rights: ['Brandt', 'Ana'], weights: [0.5, 1.5], sentences: ['Both have the surname “Brandt”.', '“A.” may stand for “Ana”.']},
       {id: 'person:ana-brandt', entity: 'person:ana-brandt', name: 'Ana Brandt, MP'},
       {id: 'weapon-system:x1', entity: 'weapon-system:x1', name: 'X-1'},
       {id: 'weapon-system:x1a', entity: 'weapon-system:x1a', name: 'X-1A'}] AS local
     CREATE (l:Local) SET l = local
     WITH count(l) AS done
     UNWIND [
       {id: 'pair:brandt', left: 'person:a-brandt', right: 'person:ana-brandt', score: -1.0, features: ['surname', 'office'], lefts: ['Brandt', 'minister'], rights: ['Brandt', 'member'], weights: [1.0, -2.0], sentences: ['Both have the surname “Brandt”.', 'Documents call one “minister” and the other “member”.']},
       {id: 'pair:x1', left: 'weapon-system:x1', right: 'weapon-system:x1a', score: 0.5, features: ['name'], lefts: ['X-1'], rights: ['X-1A'], weights: [0.5], sentences: ['One is a version of the other, or is it.']}] AS candidate
     CREATE (c:Candidate) SET c = candidate`,
  );

beforeAll(async () => {
  database = await emptyDatabase();
  await seed();
  server = await serve(database, PATIENT);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

async function page(url: string) {
  const response = await fetch(new URL(url, server.url), { headers: { accept: 'text/html' } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}
const articles = (html: string) => [...html.matchAll(/<article class="pair"/g)].length;

test('a pair is shown with both names, their ids, how sure it is, and why, in words and values', async () => {
  const { status, text } = await page('/identities');
  expect(status).toBe(200);
  expect(text.match(/<h1/g)).toHaveLength(1);
  expect(articles(text)).toBe(2);
  for (const id of ['person:brandt', 'person:ana-brandt'])
    expect(text).toMatch(new RegExp(`<a href="/e/${id}">[^<]+</a></h3>.*?<code>${id}</code>`, 's'));
  // Log odds of -1 are 27 in 100; the weights of the reasons add up to them.
  expect(text).toContain('doubtful');
  expect(text).toContain('27 %');
  expect(text).toContain('−2.0');
  expect(text).toContain('“minister” and “member”');
  expect(text).toContain('Documents call one “minister” and the other “member”.');
  expect(text).toContain('judge');
  // It is for reading: nothing on it changes anything.
  expect(text).not.toMatch(/method="post"/i);
});

test('pairs are chosen by kind, and by the name that they are of', async () => {
  const systems = (await page('/identities?kind=WeaponSystem')).text;
  expect(articles(systems)).toBe(1);
  expect(systems).toContain('X-1A');
  const ofOne = (await page('/identities?of=person:ana-brandt')).text;
  expect(articles(ofOne)).toBe(1);
  expect(ofOne).toContain('Only pairs with');
  expect(articles((await page('/identities?of=weapon-system:none')).text)).toBe(0);
  expect((await page('/identities?of=weapon-system:none')).status).toBe(404);
});

test('the API tells those of one entity, by any id that answers for it', async () => {
  const query =
    'query($of: ID!) { identityCandidates(of: $of) { totalCount edges { node { pairId } } } }';
  for (const of of ['person:brandt', 'person:a-brandt', 'person:ana-brandt']) {
    const { body } = await ask(server.graphql, { query, variables: { of } });
    expect([of, body.errors, body.data]).toEqual([
      of,
      undefined,
      { identityCandidates: { totalCount: 1, edges: [{ node: { pairId: 'pair:brandt' } }] } },
    ]);
  }
});

test('all pairs are taken along as CSV and JSON', async () => {
  const { text, headers } = await page('/identities?format=csv');
  expect(headers.get('content-disposition')).toContain('Identities-to-review.csv');
  const [names, ...rows] = text.split('\r\n').filter((line) => /^(?:id,|pair:)/.test(line));
  expect(names).toMatch(/^id,kind,left,leftName,right,rightName,chance,logOdds/);
  expect(rows).toHaveLength(2);
  expect(text).toContain('[minister | member]');
  const json = JSON.parse((await page('/identities?kind=Person&format=json')).text) as {
    identityCandidates: { totalCount: number; pairs: { pairId: string }[] };
  };
  expect(json.identityCandidates).toMatchObject({
    totalCount: 1,
    pairs: [{ pairId: 'pair:brandt' }],
  });
});

test('an entity says which names were taken for it, how surely, and who else it may be', async () => {
  const { text } = await page('/e/person:brandt');
  expect(text).toContain('Put together of 2 names');
  expect(text).toContain('likely (88 %)');
  expect(text).toContain('<code>person:a-brandt</code>');
  expect(text).toContain('“A.” may stand for “Ana”.');
  expect(text).toContain('href="/identities?of=person:brandt"');
  const alone = (await page('/e/person:ana-brandt')).text;
  expect(alone).not.toContain('Put together of');
  expect(alone).toContain('1 other may be the same');
});

test('the start page leads there', async () => {
  expect((await page('/')).text).toMatch(/<a href="\/identities">2 pairs of names/);
});

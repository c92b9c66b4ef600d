import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { serve } from '../serving.ts';

/** Names that would run, or end an attribute or a script, if anything were written as it is. */
const HOSTILE = `</script><img src=x onerror="alert(1)">"'&`;
const TEXT = `First paragraph.\n\nThe ministers ${HOSTILE} signed it in Oslo.\nA last line. ${'Much follows. '.repeat(200)}The end was signed too.`;
const QUOTE = `The ministers ${HOSTILE} signed it in Oslo.`;
const LATE = 'The end was signed too.';
const START = TEXT.indexOf(QUOTE);
const LATE_START = TEXT.indexOf(LATE);

vi.setConfig({ testTimeout: 120_000 });

/** A first plan takes long on a machine that does much else. */
const PATIENT = { READ_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' };

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let production: Awaited<ReturnType<typeof serve>>;

async function seed(): Promise<void> {
  await database.run(
    `CREATE (d:Document {id: 'document:d1', source: 'd1.txt', title: $name, text: $text, publishedOn: '2024-05', publisher: 'Daily', url: 'javascript:alert(1)', ingestedAt: '2026-01-02T03:04:05Z'})
     CREATE (d2:Document {id: 'document:d2', source: 'd2.txt', title: 'Another', text: 'It was signed in 2023.', publishedOn: '2024-06-01', ingestedAt: '2026-01-02T03:04:05Z'})
     CREATE (p:Entity:Person {id: 'person:p', name: $name, nameKey: 'p', aliases: [$name], aliasKeys: [], externalIds: [], statementCount: 2})
     CREATE (lone:Entity:Person {id: 'person:lone', name: 'Lone Wolf', nameKey: 'lone wolf', aliases: [], aliasKeys: [], externalIds: [], statementCount: 0})
     CREATE (a:Entity:Agreement {id: 'agreement:a', name: '=1+1 Pact', nameKey: 'pact', aliases: [], aliasKeys: [], externalIds: [], statementCount: 2, signedOn: '2024-05'})
     CREATE (p)-[:SIGNED {id: 'relationship:r', confidence: 0.8, modality: 'asserted', statementCount: 2, documentCount: 2, sourceCount: 1, on: '2024-05', firstSeen: '2024-05', lastSeen: '2024-06-01'}]->(a)
     WITH d, d2, p, a
     UNWIND [
       {id: 's1', d: d, type: 'SIGNED', quote: $quote, start: $start, confidence: 0.8, object: a},
       {id: 's2', d: d, type: 'SIGNED', quote: $late, start: $lateStart, confidence: 0.5, object: a},
       {id: 's3', d: d, type: 'PROPERTY', property: 'signedOn', value: '2024-05', quote: $quote, start: $start, confidence: 0.8},
       {id: 's4', d: d2, type: 'PROPERTY', property: 'signedOn', value: '2023', quote: 'It was signed in 2023.', start: 0, confidence: 0.6}] AS row
     CREATE (s:Statement {id: 'statement:' + row.id, type: row.type, property: row.property, value: row.value, quote: row.quote, start: row.start, end: row.start + size(row.quote), rawStart: 0, rawEnd: 1, confidence: row.confidence, modality: 'asserted', extractor: 'x', recordedAt: '2026-01-02T03:04:05Z', relationshipId: CASE row.type WHEN 'SIGNED' THEN 'relationship:r' END})
     WITH s, row, row.d AS document, CASE row.type WHEN 'SIGNED' THEN p ELSE a END AS subject
     CREATE (s)-[:FROM]->(document) CREATE (s)-[:SUBJECT]->(subject) MERGE (document)-[m:MENTIONS]->(subject) SET m.count = 1, m.spans = [0, 1]
     FOREACH (o IN CASE row.type WHEN 'SIGNED' THEN [row.object] ELSE [] END | CREATE (s)-[:OBJECT]->(o))`,
    { name: HOSTILE, text: TEXT, quote: QUOTE, start: START, late: LATE, lateStart: LATE_START },
  );
  await database.run(
    'UNWIND [["person:p", "hostile"], ["agreement:a", "pact"], ["person:lone", "lone wolf"]] AS row MATCH (e:Entity {id: row[0]}) SET e.searchText = row[1]',
  );
}

beforeAll(async () => {
  database = await emptyDatabase();
  await seed();
  server = await serve(database, PATIENT);
  production = await serve(database, { ...PATIENT, ENTENTE_PROFILE: 'production' });
});
afterAll(async () => {
  await server.close();
  await production.close();
  await database.close();
});

async function page(url: string, at = server) {
  const response = await fetch(new URL(url, at.url), { headers: { accept: 'text/html' } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}
const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
/** What stands in the marks of a page. */
const marked = (html: string) =>
  [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, text]) => unescaped(text!));

describe.each([
  '/',
  '/e/person:p',
  '/e/person:p?edge=relationship:r',
  '/e/agreement:a',
  '/docs/document:d1',
  '/path?a=person:p&b=agreement:a',
  `/path?a=${encodeURIComponent(HOSTILE)}&b=agreement:a`,
  `/search?q=${encodeURIComponent(HOSTILE)}`,
  '/list/Person',
  '/list/Document',
])('%s', (url) => {
  test('is a page of its own, whatever names are in the graph', async () => {
    const { status, headers, html } = await page(url);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(html).toMatch(/<link rel="canonical" href="http:\/\/127\.0\.0\.1:\d+\/[^"]*"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('no proof of wrongdoing');
    expect(html).not.toMatch(
      /<img|<script(?! type="(?:module"|application\/ld\+json"))|\son\w+=["']|\sstyle=/i,
    );
    expect(html).not.toMatch(/href="(?!\/|#|\?|http:\/\/127|data:image\/svg)/);
  });

  test('runs nothing but the files of this server', async () => {
    const policy = (await page(url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('is served in production too, where it says nothing of tools', async () => {
    const { status, html } = await page(url, production);
    expect(status).toBe(200);
    expect(html).not.toContain('/graphiql');
  });
});

test.each(['/e/person:nobody', '/docs/document:none', '/list/Cats', '/nothing', '/e/%E0%A4%A'])(
  '%s is not there, and says so in words',
  async (url) => {
    const { status, html } = await page(url);
    expect(status).toBe(404);
    expect(html).toContain('Nothing is here');
  },
);

test('the data for search engines is the entity, and cannot end its element', async () => {
  const { html } = await page('/e/person:p');
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
  expect(JSON.parse(data!)).toMatchObject({ '@type': 'Person', name: HOSTILE });
});

test('an entity shows each tie with its surest sentence and the way to its evidence', async () => {
  const { html } = await page('/e/person:p');
  expect(unescaped(html)).toContain(`<q>${QUOTE}</q>`);
  expect(html).toContain('href="/e/person:p?edge=relationship:r#evidence"');
  const evidence = await page('/e/person:p?edge=relationship:r');
  expect(marked(evidence.html)).toEqual([QUOTE, LATE]);
  expect(evidence.html).toContain('1 independent source; 1 reprint besides');
  expect(evidence.html).toContain('likely');
});

test('documents that disagree are a badge with both sentences', async () => {
  const { html } = await page('/e/agreement:a');
  expect(html).toContain('Documents disagree');
  expect(marked(html)).toEqual([QUOTE, 'It was signed in 2023.']);
});

test('what is only rumoured or denied is counted apart, as the API does', async () => {
  await database.run(
    `MATCH (a:Agreement {id: 'agreement:a'})
     CREATE (q:Entity:Person {id: 'person:q', name: 'Quill', nameKey: 'quill', aliases: [], aliasKeys: [], externalIds: [], statementCount: 0})
     CREATE (q)-[:SIGNED {id: 'relationship:q', confidence: 0.8, modality: 'denied', statementCount: 0, documentCount: 0, sourceCount: 0}]->(a)`,
  );
  const { html } = await page('/e/agreement:a');
  expect(html.replaceAll('<!-- -->', '')).toContain('1 relationship and 1 rumoured or denied');
  const response = await fetch(new URL('/graphql', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entity(id: "agreement:a") { degree } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { entity: { degree: 1 } } });
});

test.each([
  ['/docs/document:d1', "MATCH (d:Document {id: 'document:d1'})<-[:FROM]-(s:Statement)"],
  ['/list/Document', "MATCH (n:Document)\nWHERE n.id IN ['document:d2', 'document:d1']"],
  ['/search?q=pact', "MATCH (n:Entity)\nWHERE n.id IN ['agreement:a']"],
])('%s offers what it shows as Cypher, which runs', async (address, beginning) => {
  const { html } = await page(address);
  const cypher = unescaped(/ data-cypher="([^"]*)"/.exec(html)?.[1] ?? '');
  expect(cypher).toContain(beginning);
  expect((await database.run(cypher.replace(/;$/, ''))).length).toBeGreaterThan(0);
});

describe('a document at a sentence', () => {
  const at = (start: number, quote: string) =>
    `/docs/document:d1?s=${start}-${start + quote.length}`;

  test('marks the slice of its text, in its paragraph', async () => {
    const { html } = await page(at(START, QUOTE));
    expect(marked(html)).toEqual([QUOTE]);
    expect(html).toContain('<p>First paragraph.</p>');
  });

  test('in production shows the sentence, and of the text its beginning only', async () => {
    const { html } = await page(at(LATE_START, LATE), production);
    expect(marked(html)).toEqual([LATE]);
    expect(html).toContain('excerpts, not whole texts');
    // The beginning, and what stands before the sentence: not the whole of it.
    expect(html.match(/Much follows/g)!.length).toBeLessThan(100);
  });

  test.each(['s=5-2', 's=x', 's=9999999-99999999'])('with %s marks nothing', async (query) => {
    const { status, html } = await page(`/docs/document:d1?${query}`);
    expect([status, marked(html)]).toEqual([200, []]);
  });
});

test('a path is steps with evidence; without one the reason is told', async () => {
  const { html } = await page('/path?a=person:p&b=agreement:a');
  expect(html.match(/<ol class="steps"/g)).toHaveLength(1);
  expect(marked(html)).toEqual([QUOTE]);
  expect((await page('/path?a=person:p&b=person:lone')).html).toContain(
    'not tied within 4 steps. Allow more, up to 6.',
  );
  expect((await page('/path?a=person:p&b=person:p')).html).toContain('Both are the same');
});

describe('a download', () => {
  test('of relationships is CSV that no spreadsheet runs', async () => {
    const { headers, html: csv } = await page('/e/person:p?format=csv');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(csv).toContain("'=1+1 Pact");
    expect(csv.trim().split('\r\n').length).toBe(2);
  });

  test('of documents is BibTeX or CSL-JSON, as exact as the dates', async () => {
    const { html: bibtex } = await page('/e/person:p?format=bibtex');
    expect(bibtex).toContain('year = {2024}');
    expect(bibtex).toContain('month = {5}');
    expect(bibtex).not.toContain('day =');
    const csl = JSON.parse((await page('/e/person:p?format=csl')).html) as object[];
    expect(csl).toMatchObject([{ title: HOSTILE, issued: { 'date-parts': [[2024, 5]] } }]);
  });
});

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { serve } from '../serving.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
/** A first plan takes long on a machine that does much else. */
const PATIENT = { READ_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' };
const SAYS = 'Norway has received the boats.';
const DENIES = 'The ministry denied that any boat had come.';

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;

/** A sale that was planned, approved and contracted by turns, and whose buyer is in dispute. */
const seed = () =>
  database.run(
    `CREATE (d1:Document {id: 'document:d1', source: 'd1.txt', title: 'First', text: $says, publishedOn: '2024-02-03', ingestedAt: '2026-01-02T03:04:05Z'})
     CREATE (d2:Document {id: 'document:d2', source: 'd2.txt', title: 'Second', text: $denies, publishedOn: '2025-06', ingestedAt: '2026-01-02T03:04:05Z'})
     CREATE (sale:Entity:ArmsSale {id: 'arms-sale:boats', name: 'Boats to Norway', nameKey: 'boats', aliases: [], aliasKeys: [], externalIds: [], statementCount: 5, stage: 'contracted'})
     CREATE (norway:Entity:Country {id: 'country:NO', name: 'Norway', nameKey: 'norway', aliases: [], aliasKeys: [], externalIds: [], statementCount: 2})
     CREATE (sale)-[:SOLD_TO {id: 'relationship:r', confidence: 0.6, modality: 'asserted', statementCount: 1, documentCount: 1, sourceCount: 1, firstSeen: '2024-02-03', lastSeen: '2024-02-03', plannedSince: '2023-05', rumouredSince: '2022', deniedBy: 1, contested: true}]->(norway)
     WITH d1, d2, sale, norway
     UNWIND [
       {id: 's1', d: d1, type: 'SOLD_TO', quote: $says, modality: 'asserted', confidence: 0.8},
       {id: 's2', d: d2, type: 'SOLD_TO', quote: $denies, modality: 'denied', confidence: 0.9},
       {id: 's3', d: d1, type: 'PROPERTY', value: 'approved', quote: $says, modality: 'asserted', confidence: 0.8},
       {id: 's4', d: d2, type: 'PROPERTY', value: 'contracted', quote: $denies, modality: 'asserted', confidence: 0.7},
       {id: 's5', d: d2, type: 'PROPERTY', value: 'delivered', quote: $denies, modality: 'planned', confidence: 0.7}] AS row
     CREATE (s:Statement {id: 'statement:' + row.id, type: row.type, quote: row.quote, start: 0, end: size(row.quote), rawStart: 0, rawEnd: 1, confidence: row.confidence, modality: row.modality, extractor: 'x', recordedAt: '2026-01-02T03:04:05Z'})
     SET s += CASE row.type WHEN 'PROPERTY' THEN {property: 'stage', value: row.value} ELSE {relationshipId: 'relationship:r'} END
     WITH s, row, row.d AS document, sale, norway
     CREATE (s)-[:FROM]->(document) CREATE (s)-[:SUBJECT]->(sale)
     MERGE (document)-[m:MENTIONS]->(sale) SET m.count = 1, m.spans = [0, 1]
     FOREACH (o IN CASE row.type WHEN 'SOLD_TO' THEN [norway] ELSE [] END | CREATE (s)-[:OBJECT]->(o))`,
    { says: SAYS, denies: DENIES },
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

async function html(url: string): Promise<string> {
  const response = await fetch(new URL(url, server.url), { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  return response.text();
}

test.each(['/e/arms-sale:boats', '/e/country:NO'])(
  '%s says that documents disagree, with a sentence of each, and what was said before',
  async (url) => {
    const page = await html(url);
    expect(page).toContain('Documents disagree');
    expect(page).toContain(`<q>${SAYS}</q>`);
    expect(page).toContain(`<q class="against">${DENIES}</q>`);
    expect(page).toContain('told as a plan since May 2023');
    expect(page).toContain('told as a rumour since 2022');
    expect(page).toContain('denied by 1 independent source');
  },
);

test('the evidence holds what is said and what is denied apart', async () => {
  const page = await html('/e/arms-sale:boats?edge=relationship:r');
  const [, says, denies] = page.split(/<h3>1 sentence/);
  expect(says).toContain(SAYS);
  expect(says).not.toContain(DENIES);
  expect(denies).toMatch(/^ denies it/);
  expect(denies).toContain(DENIES);
});

test('a path says so too', async () => {
  const page = await html('/path?a=arms-sale:boats&b=country:NO');
  expect(page).toContain('Documents disagree');
  expect(page).toContain('told as a plan since May 2023');
});

test('a sale shows how far it has come, each stage with who told of it first', async () => {
  const page = await html('/e/arms-sale:boats');
  const [ladder = ''] = /<ol class="ladder">.*?<\/ol>/s.exec(page) ?? [];
  const rungs = [...ladder.matchAll(/<span class="rung">(\w+)<\/span>/g)].map(([, rung]) => rung);
  // A delivery that is planned is none.
  expect(rungs).toEqual(['Approved', 'Contracted']);
  expect(ladder).toContain('told on 3 February 2024');
  expect(ladder).toContain('told in June 2025');
  expect(ladder.match(/aria-current="step"/g)).toHaveLength(1);
  expect(ladder).toMatch(/aria-current="step"><span class="rung">Contracted/);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';

const RELATIONSHIPS = 100_000;
const MB = 2 ** 20;

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.run(`CREATE (:Document {id: 'document:1', source: 'a.txt', story: 'document:1'})
    CREATE (:Entity:Country {id: 'country:US', name: 'United States', aliases: []})`);
  await database.run(`UNWIND range(1, ${RELATIONSHIPS}) AS n
    CALL (n) {
      MATCH (d:Document {id: 'document:1'}) MATCH (hub:Entity {id: 'country:US'})
      CREATE (e:Entity:Event {id: 'event:' + n, name: 'Event ' + n, aliases: []})
      CREATE (hub)-[:PARTICIPATED_IN {id: 'relationship:' + n, confidence: 0.9, modality: 'asserted', statementCount: 1}]->(e)
      CREATE (s:Statement {id: 'statement:' + n, relationshipId: 'relationship:' + n, type: 'PARTICIPATED_IN', modality: 'asserted', quote: 'It took part in event ' + n + '.', rawStart: n, rawEnd: n + 20})
      CREATE (s)-[:FROM]->(d) CREATE (s)-[:SUBJECT]->(hub) CREATE (s)-[:OBJECT]->(e)
    } IN TRANSACTIONS OF 5000 ROWS`);
}, 600_000);
afterAll(() => database?.close());

test('a hub of 100,000 relationships is exported whole, in memory that does not grow with it', async () => {
  const heap = () => process.memoryUsage().heapUsed / MB;
  const counts = { node: 0, rel: 0, mention: 0 };
  const before = heap();
  let most = 0;
  for await (const line of exportJsonLines(database)) {
    const kind = /"kind":"(\w+)"/.exec(line)![1] as keyof typeof counts;
    if (++counts[kind] % 1_000 === 0) most = Math.max(most, heap() - before);
  }
  expect(counts).toEqual({ node: RELATIONSHIPS + 1, rel: RELATIONSHIPS, mention: 0 });
  // The whole of it is 60 MB as text, and several times that as objects.
  expect(most).toBeLessThan(120);
}, 600_000);

test('around the hub: one hop is all of it, and more than can be held is refused', async () => {
  const around = async (id: string, hops: number) => {
    let relationships = 0;
    for await (const line of exportJsonLines(database, { around: { id, hops } }))
      if (line.startsWith('{"kind":"rel"')) relationships++;
    return relationships;
  };
  expect(await around('event:7', 1)).toBe(1);
  await expect(around('country:US', 1)).rejects.toThrow(/more than 100000 entities stand round/);
}, 600_000);

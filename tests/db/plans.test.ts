import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

/** Statements that Neo4j has a plan of, which it forgets. */
async function plans(): Promise<number> {
  const [row] = await database.run('CALL db.clearQueryCaches() YIELD value RETURN value');
  return Number(/\d+/.exec(String(row!.value)));
}

test('a statement is planned once, however long its lists are', async () => {
  await plans();
  for (const count of [0, 1, 5, 50, 500]) {
    const ids = Array.from({ length: count }, (_, at) => `document:${'x'.repeat(count)}${at}`);
    await database.read('namingsOfDocuments', { ids });
  }
  expect(await plans()).toBe(1);
});

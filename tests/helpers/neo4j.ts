import { inject } from 'vitest';
import { type Database, type DatabaseSettings, openDatabase } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { TestNeo4j } from './neo4j-setup.ts';

/** The Neo4j of this worker: what runs beside it has another. */
export function workerNeo4j(): TestNeo4j {
  const all = inject('neo4j');
  return all[Number(process.env.VITEST_POOL_ID ?? 1) - 1] ?? all[0]!;
}

/** A connection to the Neo4j of this test run. Close it when done. */
export function testDatabase(settings: Partial<DatabaseSettings> = {}): Database {
  return openDatabase({ ...workerNeo4j(), readTimeoutMs: 20_000, ...settings });
}

/** The same, with every node gone and the schema in place. */
export async function emptyDatabase(settings: Partial<DatabaseSettings> = {}): Promise<Database> {
  const database = testDatabase(settings);
  // A hub with all its relationships is more than one transaction of a small heap holds.
  await database.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS');
  await database.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await migrate(database);
  return database;
}

import { inject } from 'vitest';
import { type Database, type DatabaseSettings, openDatabase } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';

/** A connection to the Neo4j of this test run. Close it when done. */
export function testDatabase(settings: Partial<DatabaseSettings> = {}): Database {
  return openDatabase({ ...inject('neo4j'), readTimeoutMs: 20_000, ...settings });
}

/** The same, with every node gone and the schema in place. */
export async function emptyDatabase(settings: Partial<DatabaseSettings> = {}): Promise<Database> {
  const database = testDatabase(settings);
  await database.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await migrate(database);
  return database;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../src/config.ts';
import type { Database } from '../../../src/db/database.ts';
import { type Supervised, startSupervised } from '../../../src/embedded/instance.ts';
import { createLog } from '../../../src/log.ts';

/** Starts a Neo4j with a folder of its own for one piece of work. */
export async function withNeo4j<T>(work: (neo4j: Supervised) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-bench-write-'));
  const config = readConfig({
    ...process.env,
    NEO4J_URI: '',
    ENTENTE_HOME: home,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  const neo4j = await startSupervised(config, createLog('error'));
  try {
    return await work(neo4j);
  } finally {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Removes all documents and what was read from them, and leaves the schema. */
export const emptied = (database: Database) =>
  database.run(
    'MATCH (n) WHERE NOT n:Migration AND NOT n:Graph CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
  );

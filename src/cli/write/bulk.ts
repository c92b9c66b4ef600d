import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { connect } from '../../db/connect.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { importTables } from '../../embedded/admin.ts';
import { homeOf } from '../../embedded/home.ts';
import type { Embedded } from '../../embedded/instance.ts';
import { type Stopped, withStopped } from '../../embedded/stopped.ts';
import { ConfigError, SetupError } from '../../errors.ts';
import { BulkLoad } from '../../ingest/bulk/bulk-load.ts';
import { type IngestOptions, type Report, readInto } from '../../ingest/ingest.ts';
import { resolveGraph } from '../../ingest/merge/resolve-graph.ts';
import { noteResolved } from '../../ingest/report.ts';
import type { Log } from '../../log.ts';
import { AFTER_IMPORT, importArguments } from '../../model/import-tables.ts';

const PATIENCE_MS = 120_000;

async function using<T>(
  { uri, user, password }: Embedded,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase({ uri, user, password });
  try {
    await connect(database, { uri, configured: false, patienceMs: PATIENCE_MS });
    return await work(database);
  } finally {
    await database.close();
  }
}

/** @throws {SetupError} when the graph has documents, which a bulk load would replace */
async function checkEmpty(config: Config, { whileRunning }: Stopped): Promise<void> {
  // Without a store there is nothing to ask for, and the start of Neo4j would take its 10 s.
  const { folder } = homeOf(config.ENTENTE_HOME);
  if (!existsSync(path.join(folder, 'data', 'databases', 'neo4j'))) return;
  const [row] = await whileRunning((running) =>
    using(running, (database) => database.read('countDocuments', {}, { timeoutMs: PATIENCE_MS })),
  );
  if (row && row.documents > 0)
    throw new SetupError(
      `the graph holds ${row.documents} documents; --bulk fills an empty one. Leave it out, or set ENTENTE_HOME to a new folder.`,
    );
}

/**
 * Fills the empty database of a data folder through Neo4j's own importer.
 * @param fill adds documents, and returns whether they are to be loaded
 * @param finish completes the graph once it is loaded
 * @returns what `finish` returns; null when nothing was loaded
 */
export async function loadInBulk<T>(
  config: Config,
  { jars, whileRunning }: Stopped,
  fill: (load: BulkLoad) => Promise<boolean>,
  finish: (database: Database) => Promise<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  const folder = mkdtempSync(path.join(config.ENTENTE_HOME, 'bulk-'));
  try {
    const load = new BulkLoad(folder);
    if (!(await fill(load))) return null;
    await load.finish();
    await importTables('neo4j', importArguments(folder), path.join(folder, 'import.report'), {
      home: homeOf(config.ENTENTE_HOME),
      jars,
      heap: config.NEO4J_HEAP,
      signal,
    });
    return await whileRunning((running) =>
      using(running, async (database) => {
        await database.run(AFTER_IMPORT);
        await migrate(database, { signal });
        return finish(database);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Ingests documents into an empty embedded Neo4j through its own importer, several times faster
 * than in transactions, with the same graph as the result.
 * @throws {ConfigError} when the database is not the embedded one
 * @throws {SetupError} when it is not empty, or another program uses it
 */
export async function ingestInBulk(
  config: Config,
  log: Log,
  paths: readonly string[],
  options: IngestOptions,
): Promise<Report> {
  if (config.NEO4J_URI)
    throw new ConfigError(
      'NEO4J_URI is set, and --bulk fills the embedded Neo4j; `entente export --format neo4j-admin` makes files for another one.',
    );
  return withStopped(config, log, options.signal, async (stopped) => {
    await checkEmpty(config, stopped);
    let report: Report | undefined;
    const fill = async (load: BulkLoad) => {
      report = await readInto(load, null, paths, options);
      return !report.interrupted && report.written > 0;
    };
    const { signal } = options;
    const finish = async (database: Database) => {
      const resolved = await resolveGraph(database, { all: true, signal });
      const at = new Date().toISOString();
      await database.transaction((writer) => writer.write('noteIngest', { at }));
      return resolved;
    };
    const resolved = await loadInBulk(config, stopped, fill, finish, signal);
    if (resolved) noteResolved(report!, resolved);
    return report!;
  });
}

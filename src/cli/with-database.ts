import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { findEmbedded, startSupervised } from '../embedded/instance.ts';
import type { Log } from '../log.ts';
import type { BrowserAddress } from '../server/browser.ts';
import { jarsProgress } from './progress.ts';

export interface OpenedDatabase {
  readonly database: Database;
  readonly browser: BrowserAddress;
  /** Of the embedded Neo4j, to log in to Neo4j Browser; null with NEO4J_URI. */
  readonly login: { readonly user: string; readonly password: string } | null;
  close(): Promise<void>;
}

const timeout = (config: Config) => ({ readTimeoutMs: config.READ_TIMEOUT_MS });

/**
 * The database of the settings: that of NEO4J_URI, else the embedded one that already runs on the
 * data folder, else an embedded one that lives as long as this program.
 */
export async function openConfigured(config: Config, log: Log): Promise<OpenedDatabase> {
  if (config.NEO4J_URI) {
    const database = openDatabase({
      uri: config.NEO4J_URI,
      user: config.NEO4J_USER,
      password: config.NEO4J_PASSWORD,
      database: config.NEO4J_DATABASE,
      ...timeout(config),
    });
    await database.ping(10_000).catch(async (error) => {
      await database.close();
      throw error;
    });
    return {
      database,
      browser: { url: config.NEO4J_BROWSER_URL ?? null, bolt: config.NEO4J_URI },
      login: null,
      close: () => database.close(),
    };
  }
  const running = findEmbedded(config);
  const embedded = running ?? (await startSupervised(config, log, { onProgress: jarsProgress() }));
  const database = openDatabase({ ...embedded, ...timeout(config) });
  return {
    database,
    browser: { url: embedded.browserUrl, bolt: embedded.uri },
    login: { user: embedded.user, password: embedded.password },
    async close() {
      await database.close();
      if ('stop' in embedded) await embedded.stop();
    },
  };
}

/** Opens the database for the time of one piece of work. */
export async function withDatabase<T>(
  config: Config,
  log: Log,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const opened = await openConfigured(config, log);
  const stop = () => void opened.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await use(opened.database);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await opened.close();
  }
}

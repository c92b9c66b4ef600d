import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { connect } from '../db/connect.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { InUseError } from '../embedded/disk/lock.ts';
import { type Embedded, findEmbedded, startSupervised } from '../embedded/instance.ts';
import type { Log } from '../log.ts';
import type { BrowserAddress } from '../server/neo4j-browser/browser.ts';
import type { Supervisor } from '../server/server.ts';
import { jarsProgress } from './progress.ts';
import { stopping } from './run.ts';

export interface OpenedDatabase {
  readonly database: Database;
  readonly browser: BrowserAddress;
  /** The user name for Neo4j Browser; null with NEO4J_URI. */
  readonly login: string | null;
  /** The supervisor, where this program runs the database itself. */
  readonly supervisor?: Supervisor;
  close(): Promise<void>;
}

const CONFIGURED_PATIENCE_MS = 8_000;
/** Bolt accepts connections before the database is ready, much earlier on a busy machine. */
const EMBEDDED_PATIENCE_MS = 120_000;
/** How long to wait for another program that starts Neo4j on the same data folder. */
const OTHER_PATIENCE_MS = 200_000;
const LOOK_AGAIN_MS = 300;

const timeout = (config: Config) => ({ readTimeoutMs: config.READ_TIMEOUT_MS });

async function openConfiguredUri(
  config: Config & { readonly NEO4J_URI: string },
  signal?: AbortSignal,
): Promise<OpenedDatabase> {
  const { NEO4J_URI: uri, NEO4J_DATABASE: name } = config;
  const database = openDatabase({
    uri,
    user: config.NEO4J_USER,
    password: config.NEO4J_PASSWORD,
    database: name,
    ...timeout(config),
  });
  try {
    await connect(database, {
      uri,
      database: name,
      configured: true,
      patienceMs: CONFIGURED_PATIENCE_MS,
      signal,
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    browser: { url: config.NEO4J_BROWSER_URL ?? null, bolt: uri },
    login: null,
    close: () => database.close(),
  };
}

type Found = Embedded & Partial<Supervisor> & { stop?(): Promise<void> };

/**
 * Finds the Neo4j that runs on the data folder, or starts one. When another program is starting it,
 * as in two simultaneous first starts, this waits for it.
 */
async function findOrStart(config: Config, log: Log, signal?: AbortSignal): Promise<Found> {
  const until = performance.now() + OTHER_PATIENCE_MS;
  for (let told = false; ; told = true) {
    const running = findEmbedded(config);
    if (running) return running;
    try {
      return await startSupervised(config, log, { onProgress: jarsProgress(), signal });
    } catch (error) {
      if (!(error instanceof InUseError) || performance.now() > until) throw error;
    }
    if (!told) log.info('another Entente works on this data folder; waiting until its Neo4j runs');
    await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

/**
 * Opens the database of the settings: that of NEO4J_URI, else the embedded one that already runs on
 * the data folder, else an embedded one that ends with this program.
 * @throws {SetupError} naming address, setting and remedy
 */
export async function openConfigured(
  config: Config,
  log: Log,
  signal?: AbortSignal,
): Promise<OpenedDatabase> {
  const { NEO4J_URI } = config;
  if (NEO4J_URI) return openConfiguredUri({ ...config, NEO4J_URI }, signal);
  const found = await findOrStart(config, log, signal);
  const { uri, user, fault, hopeless } = found;
  const database = openDatabase({ uri, user, password: found.password, ...timeout(config) });
  const close = async () => {
    await database.close();
    await found.stop?.();
  };
  try {
    await connect(database, { uri, configured: false, patienceMs: EMBEDDED_PATIENCE_MS, signal });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    database,
    browser: { url: found.browserUrl, bolt: uri },
    login: user,
    ...(fault && hopeless ? { supervisor: { fault, hopeless } } : {}),
    close,
  };
}

/**
 * Opens the database for one piece of work, which ends soon after its signal is aborted.
 * @param given a signal that the caller handles; without it, Ctrl-C aborts the work
 */
export async function withDatabase<T>(
  config: Config,
  log: Log,
  use: (database: Database, signal: AbortSignal) => Promise<T>,
  given?: AbortSignal,
): Promise<T> {
  const { signal, release } = given ? { signal: given, release: () => {} } : stopping();
  try {
    const opened = await openConfigured(config, log, signal);
    try {
      return await use(opened.database, signal);
    } finally {
      await opened.close();
    }
  } finally {
    release();
  }
}

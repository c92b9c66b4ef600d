import neo4j, { type Driver } from 'neo4j-driver';
import type { ReadQueries, WriteQueries } from './queries.ts';
import { readQueryFiles } from './query-file.ts';
import { openReader, type Reader, type ReaderOptions, type SentStatement } from './read/reader.ts';
import { Together } from './read/together.ts';
import { boltParams, openSessions, retried } from './sessions.ts';

type ReadName = keyof ReadQueries;
type WriteName = keyof WriteQueries;

/** Runs queries inside one write transaction. */
export interface Writer {
  read<N extends ReadName>(
    name: N,
    params: ReadQueries[N]['params'],
  ): Promise<ReadQueries[N]['row'][]>;
  write<N extends WriteName>(
    name: N,
    params: WriteQueries[N]['params'],
  ): Promise<WriteQueries[N]['row'][]>;
}

/**
 * The only access to Neo4j, handed to the rest of the program; only this room imports the driver.
 */
export interface Database {
  /** Runs `cypher/read/<name>.cypher` with READ access. */
  read<N extends ReadName>(
    name: N,
    params: ReadQueries[N]['params'],
    options?: Partial<ReaderOptions>,
  ): Promise<ReadQueries[N]['row'][]>;
  /** Opens a reader for statements that are compiled, not kept in files. */
  reader(options?: Partial<ReaderOptions>): Reader;
  /**
   * Runs `work` in one write transaction, and again when Neo4j says that a retry may help. Because
   * `work` may run more than once, its only effect must be the statements it sends.
   */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /** Runs one statement outside the query files: migrations and administration only. */
  run(cypher: string, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** @throws {UnavailableError} when Neo4j does not answer */
  ping(timeoutMs?: number): Promise<void>;
  /** Open connections at most, and statements that are running on them. */
  pool(): { readonly size: number; readonly busy: number };
  close(): Promise<void>;
}

export interface DatabaseSettings {
  readonly uri: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string | undefined;
  /** Longest time of one read, on the server. */
  readonly readTimeoutMs?: number;
  /** How long a write is retried while Neo4j is down or busy. */
  readonly patienceMs?: number;
  readonly poolSize?: number;
  readonly onStatement?: (statement: SentStatement) => void;
}

const READ_TIMEOUT_MS = 3_000;
const PATIENCE_MS = 60_000;
const POOL_SIZE = 64;
/** Time within which any Neo4j that is alive answers a ping. */
const ALIVE_MS = 500;

export function openDatabase(settings: DatabaseSettings): Database {
  const { uri, user, password = '', database, onStatement, patienceMs = PATIENCE_MS } = settings;
  const timeoutMs = settings.readTimeoutMs ?? READ_TIMEOUT_MS;
  const poolSize = settings.poolSize ?? POOL_SIZE;
  const auth = password === '' ? undefined : neo4j.auth.basic(user ?? 'neo4j', password);
  const driver: Driver = neo4j.driver(uri, auth, {
    disableLosslessIntegers: true,
    fetchSize: 10_000,
    maxConnectionPoolSize: poolSize,
    connectionAcquisitionTimeout: 2_000,
    connectionTimeout: 2_000,
    maxTransactionRetryTime: 2_500,
    userAgent: 'entente',
  });
  const files = new Map(readQueryFiles().map((file) => [file.name, file]));
  const sessions = openSessions({ driver, database, files, onStatement });

  let busy = 0;
  const open = (options: Partial<ReaderOptions> = {}) =>
    openReader(driver, database, { timeoutMs, onStatement, onBusy, isAlive, together, ...options });
  /** Reads with a session of its own, which is closed then. */
  async function readOnce(
    name: string,
    cypher: string,
    params: Record<string, unknown>,
    options?: Partial<ReaderOptions>,
  ): Promise<Record<string, unknown>[]> {
    const reader = open(options);
    try {
      return await reader.run(name, cypher, params);
    } finally {
      await reader.close();
    }
  }
  const together = new Together((name, cypher, params) => readOnce(name, cypher, { ...params }));
  const onBusy = (change: 1 | -1) => {
    busy += change;
  };
  async function ping(pingMs = 1_500): Promise<void> {
    // A ping has no `isAlive`, which would send a ping itself.
    await readOnce('ping', 'RETURN 1 AS one', {}, { timeoutMs: pingMs, isAlive: undefined });
  }
  const isAlive = askedOnce(() => ping(ALIVE_MS));

  return {
    async read(name, params, options) {
      const file = files.get(name)!;
      return (await readOnce(name, file.sent, boltParams(file, params), options)) as never;
    },
    reader: open,
    transaction: (work) => retried(() => sessions.write(work), patienceMs),
    run: sessions.run,
    ping,
    pool: () => ({ size: poolSize, busy }),
    close: () => driver.close(),
  };
}

/** Whether a ping is answered in time; simultaneous callers share one ping. */
function askedOnce(ping: () => Promise<void>): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return () => {
    const soon = new Promise<boolean>((resolve) => setTimeout(resolve, ALIVE_MS, false).unref());
    asked ??= Promise.race([
      ping().then(
        () => true,
        () => false,
      ),
      soon,
    ]).finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

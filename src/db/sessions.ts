import neo4j, { type Driver, type Session, type Transaction } from 'neo4j-driver';
import type { DatabaseSettings, Writer } from './database.ts';
import { isRetriable, toAppError } from './driver-error.ts';
import { toBolt } from './parameter-type.ts';
import type { QueryFile } from './query-file.ts';

const WRITE_TIMEOUT_MS = 60_000;
const RETRY_FIRST_MS = 50;
const RETRY_MAX_MS = 2_000;

/** The parameters of `file.sent`, converted for Bolt. */
export function boltParams(
  file: QueryFile,
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = Object.fromEntries(
    file.params.map(({ name, type }) => [name, toBolt(type, params[name])]),
  );
  return file.sent === file.text ? given : { given };
}

/**
 * Tries a write until it succeeds.
 * @throws {AppError} when it cannot succeed, or did not within `patienceMs`
 */
export async function retried<T>(write: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let pause = RETRY_FIRST_MS; ; pause = Math.min(pause * 2, RETRY_MAX_MS)) {
    try {
      return await write();
    } catch (cause) {
      if (!isRetriable(cause) || performance.now() > until) throw toAppError(cause, 'a write');
      await new Promise((wake) => setTimeout(wake, pause * (0.5 + Math.random())));
    }
  }
}

type Rows = Record<string, unknown>[];

interface SessionSettings extends Pick<DatabaseSettings, 'database' | 'onStatement'> {
  readonly driver: Driver;
  readonly files: ReadonlyMap<string, QueryFile>;
}

/** Opens sessions that see what earlier ones wrote; each is closed after its work. */
export function openSessions({ driver, database, files, onStatement }: SessionSettings) {
  const bookmarkManager = neo4j.bookmarkManager();
  const named = database === undefined ? {} : { database };

  async function within<T>(session: Session, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      await session.close();
    }
  }

  async function send(tx: Transaction, name: string, params: Readonly<Record<string, unknown>>) {
    const file = files.get(name)!;
    const start = performance.now();
    const { records } = await tx.run(file.sent, boltParams(file, params));
    onStatement?.({
      name,
      cypher: file.text,
      params,
      rows: records.length,
      ms: performance.now() - start,
    });
    return records.map((record) => record.toObject());
  }

  return {
    /** Runs one transaction, without retry. */
    write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
      const session = driver.session({ defaultAccessMode: 'WRITE', bookmarkManager, ...named });
      return within(session, async () => {
        const tx = await session.beginTransaction({ timeout: WRITE_TIMEOUT_MS });
        const run = (name: string, params: Readonly<Record<string, unknown>>) =>
          send(tx, name, params) as never;
        const result = await work({ read: run, write: run });
        await tx.commit();
        return result;
      });
    },
    /** Runs one statement in a transaction of its own, however long it takes. */
    run(cypher: string, params: Readonly<Record<string, unknown>> = {}): Promise<Rows> {
      const session = driver.session({ bookmarkManager, ...named });
      return within(session, async () => {
        try {
          // The server's own limit is for answers; migrating a graph of millions takes minutes.
          const { records } = await session.run(cypher, params, { timeout: 0 });
          return records.map((record) => record.toObject());
        } catch (cause) {
          throw toAppError(cause, 'a statement');
        }
      });
    },
  };
}

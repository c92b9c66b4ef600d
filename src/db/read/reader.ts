import type { Driver, Session } from 'neo4j-driver';
import { TimeoutError, UnavailableError } from '../../errors.ts';
import { withoutStacks } from '../../without-stacks.ts';
import { isRetriable, toAppError } from '../driver-error.ts';
import type { Together } from './together.ts';

type Row = Record<string, unknown>;

/** One statement that was sent to Neo4j: for `explain`, metrics and tests that count. */
export interface SentStatement {
  /** Name of the query file, or path of the compiled field. */
  readonly name: string;
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rows: number;
  readonly ms: number;
}

/** Reads for one request, with READ access, one session, one deadline and one signal. */
export interface Reader {
  /** @param small whether it returns `value` alone and costs little, so that it may be asked with others */
  run(
    name: string,
    cypher: string,
    params: Record<string, unknown>,
    small?: boolean,
  ): Promise<Row[]>;
  close(): Promise<void>;
}

/** The part of AbortSignal that a reader needs. */
export interface Stop {
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface ReaderOptions {
  /** Longest time of one statement on the server. */
  readonly timeoutMs: number;
  /** `performance.now()` after which no statement is sent. */
  readonly deadline?: number;
  readonly signal?: Stop | undefined;
  readonly onStatement?: ((statement: SentStatement) => void) | undefined;
  /** Called with 1 when a statement is sent, and with -1 when it has ended. */
  readonly onBusy?: ((change: 1 | -1) => void) | undefined;
  /** Asks small statements of one text with those of other readers. */
  readonly together?: Together | undefined;
  /** Whether Neo4j answers at all; asked when a statement is overdue. */
  readonly isAlive?: (() => Promise<boolean>) | undefined;
}

/** Neo4j ends a statement at its timeout; a connection still silent this long after it is dead. */
const GRACE_MS = 1_000;

const tooLong = () => new TimeoutError('the request took too long; ask for fewer levels or rows.');

/** @param isAlive distinguishes a statement that Neo4j does not end from a lost database */
function within<T>(ms: number, work: PromiseLike<T>, isAlive: () => Promise<boolean>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(async () => {
      reject(
        (await isAlive())
          ? tooLong()
          : new UnavailableError('the database does not answer; try again in a moment.'),
      );
    }, ms);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/**
 * Turns off the stack that the driver captures for each statement: a twelfth of the processor time
 * of a look-up. Its errors are replaced here anyway.
 */
const send = (session: Session, cypher: string, params: Record<string, unknown>, timeout: number) =>
  withoutStacks(() => session.run(cypher, params, { timeout }));

const TRIES = 3;
const RETRY_MS = 30;

export function openReader(
  driver: Driver,
  database: string | undefined,
  options: ReaderOptions,
): Reader {
  const { timeoutMs, deadline = Number.POSITIVE_INFINITY, signal, together } = options;
  const { onBusy, onStatement, isAlive = async () => false } = options;
  let session: Session | undefined;
  let last: Promise<unknown> | undefined;
  // Closing resets the connection, which ends the query on the server.
  const abort = () => void session?.close().catch(() => {});
  signal?.addEventListener('abort', abort);

  /** Autocommit takes one round trip where executeRead takes three, so it is retried here. */
  async function attempt(
    name: string,
    cypher: string,
    params: Record<string, unknown>,
    tries: number,
  ): Promise<Row[]> {
    signal?.throwIfAborted();
    const start = performance.now();
    const timeout = Math.ceil(Math.min(timeoutMs, deadline - start));
    if (timeout <= 0) throw tooLong();
    onBusy?.(1);
    try {
      session ??= driver.session({
        defaultAccessMode: 'READ',
        ...(database === undefined ? {} : { database }),
      });
      const answer = send(session, cypher, params, timeout);
      const { records } = await within(timeout + GRACE_MS, answer, isAlive);
      const rows = records.map((record) => record.toObject() as Row);
      onStatement?.({ name, cypher, params, rows: rows.length, ms: performance.now() - start });
      return rows;
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof UnavailableError || cause instanceof TimeoutError) {
        void session?.close().catch(() => {});
        session = undefined;
        throw cause;
      }
      if (tries > 1 && isRetriable(cause)) {
        const pause = RETRY_MS * (TRIES - tries + 1) * (1 + Math.random());
        await new Promise((wake) => setTimeout(wake, pause));
        return attempt(name, cypher, params, tries - 1);
      }
      throw toAppError(cause, `query ${name}`, params);
    } finally {
      onBusy?.(-1);
    }
  }

  return {
    run(name, cypher, params, small = false) {
      const alone = () => attempt(name, cypher, params, TRIES);
      const joint = () => together!.run({ name, cypher, params }, alone, signal);
      const begin = together && small ? joint : alone;
      const result = last ? last.then(begin) : begin();
      last = result.catch(() => {});
      return result;
    },
    async close() {
      signal?.removeEventListener('abort', abort);
      await session?.close();
    },
  };
}

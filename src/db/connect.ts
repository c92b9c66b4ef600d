import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, TimeoutError, UnavailableError } from '../errors.ts';
import type { Database } from './database.ts';

export interface ConnectOptions {
  /** The address as shown in messages; it holds no credentials. */
  readonly uri: string;
  readonly database?: string | undefined;
  /** Whether the settings name the database, or this program started it. */
  readonly configured: boolean;
  /** How long to wait for a database that does not answer yet. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal | undefined;
}

const PAUSE_MS = 300;
const PING_MS = 5_000;

/** Codes and messages of an error and its causes: the driver wraps errors several times. */
function wordsOf(error: unknown): string {
  const words: string[] = [];
  for (let at = error as (Error & { code?: string }) | undefined; at; at = at.cause as typeof at) {
    words.push(at.code ?? '', at.message);
    if (words.length > 20) break;
  }
  return words.join(' ');
}

/** What the user can do when the database refuses; null where waiting may help. */
function remedyOf(words: string, { uri, database }: ConnectOptions): string | null {
  if (/AuthenticationRateLimit/.test(words))
    return `${uri} refuses to be asked again so soon, because of wrong passwords; wait half a minute, and check NEO4J_USER and NEO4J_PASSWORD.`;
  if (/Security\.CredentialsExpired/.test(words))
    return `${uri} wants a new password for this user; change it there, and set NEO4J_PASSWORD.`;
  if (/Security\.|authentication failure|Unauthorized/i.test(words))
    return `${uri} refuses the credentials; check NEO4J_USER and NEO4J_PASSWORD.`;
  if (/DatabaseNotFound|database does not exist/i.test(words))
    return `${uri} has no database "${database ?? ''}"; set NEO4J_DATABASE to one that it has (SHOW DATABASES), or leave it out for the default one.`;
  if (/ENOTFOUND|EAI_AGAIN|getaddrinfo/.test(words))
    return `the host of ${uri} is not known; check the name in NEO4J_URI.`;
  if (/certificate|SSL|TLS|wrong version number|ERR_SSL/i.test(words))
    return `${uri} could not agree on encryption; use bolt:// or neo4j:// for one without a certificate, +s for one with, +ssc for one that signed its own (NEO4J_URI).`;
  return null;
}

/**
 * Waits until the database answers.
 * @throws {SetupError} naming the address, the setting and the remedy
 */
export async function connect(database: Database, options: ConnectOptions): Promise<void> {
  const { uri, configured, patienceMs, signal } = options;
  const until = performance.now() + patienceMs;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await database.ping(PING_MS);
    } catch (cause) {
      const words = wordsOf(cause);
      const remedy = remedyOf(words, options);
      if (remedy !== null) throw new SetupError(remedy, { cause });
      // A Neo4j that has just started on a busy machine may answer its first query too late.
      if (!(cause instanceof UnavailableError || cause instanceof TimeoutError)) throw cause;
      if (performance.now() > until)
        throw new SetupError(
          configured
            ? `the database at ${uri} cannot be reached (${/ECONNREFUSED/.test(words) ? 'nothing listens there' : 'it does not answer'}); check that it runs, and host and port of NEO4J_URI.`
            : `the embedded Neo4j at ${uri} has started and does not answer; is this machine overloaded? Start again in a moment.`,
          { cause },
        );
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

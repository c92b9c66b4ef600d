import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../errors.ts';
import type { Database } from './database.ts';
import { isRetriable } from './driver-error.ts';

type Run = Database['run'];

const PATIENCE_MS = 120_000;
const PAUSE_MAX_MS = 1_000;
/** A killed program keeps the lock for this long; a living one renews it in time. */
const LEASE_MS = 15_000;
const RENEW_MS = 4_000;

/**
 * Wraps `run` to repeat statements while a retry may help: programs that change one schema at the
 * same time wait for each other's locks until one loses, and a Neo4j that has just started may not
 * answer yet. Every statement must be safe to run twice.
 */
export function patiently(run: Run, signal?: AbortSignal): Run {
  return async (cypher, params) => {
    const until = performance.now() + PATIENCE_MS;
    for (let pause = 50; ; pause = Math.min(pause * 2, PAUSE_MAX_MS)) {
      signal?.throwIfAborted();
      try {
        return await run(cypher, params);
      } catch (error) {
        const may = error instanceof UnavailableError || isRetriable((error as Error).cause);
        if (!may || performance.now() > until) throw error;
        await sleep(pause * (0.5 + Math.random()));
      }
    }
  };
}

const LOCK =
  'CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (l:MigrationLock) REQUIRE l.id IS UNIQUE';
/** SET takes Neo4j's own lock on the node, so that only one program finds it free. */
const TAKE = `MERGE (l:MigrationLock {id: 'lock'}) SET l.asked = $me
WITH l WHERE l.holder IS NULL OR l.holder = $me OR l.until < timestamp()
SET l.holder = $me, l.until = timestamp() + $lease
RETURN l.holder AS holder`;
const LEAVE = `MATCH (l:MigrationLock {id: 'lock', holder: $me}) DELETE l`;

/** Waits for the migration lock of the database, and does the work while holding it. */
export async function alone<T>(run: Run, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const me = randomUUID();
  const take = () => run(TAKE, { me, lease: LEASE_MS });
  await run(LOCK);
  while ((await take()).length === 0) await sleep(PAUSE_MAX_MS / 4, undefined, { signal });
  const renewing = setInterval(() => void take().catch(() => {}), RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await run(LEAVE, { me }).catch(() => {});
  }
}

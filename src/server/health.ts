import type { Database } from '../db/database.ts';

const CACHE_MS = 1_500;

/** Whether the database answers, asked at most once in a while. */
export function readiness(database: Database): () => Promise<boolean> {
  let at = Number.NEGATIVE_INFINITY;
  let last: Promise<boolean> = Promise.resolve(false);
  return () => {
    if (performance.now() - at < CACHE_MS) return last;
    at = performance.now();
    last = Promise.race([
      database.ping(CACHE_MS).then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, CACHE_MS, false).unref()),
    ]);
    return last;
  };
}

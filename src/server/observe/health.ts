import type { Database } from '../../db/database.ts';
import { DiskFullError } from '../../errors.ts';
import type { Log } from '../../log.ts';

const CACHE_MS = 1_500;

export type Readiness = 'ready' | 'the database does not answer' | 'the disk is full';

/** Whether the database answers, asked at most once per `CACHE_MS`. */
export function readiness(database: Database, log: Log): () => Promise<Readiness> {
  let at = Number.NEGATIVE_INFINITY;
  let last: Promise<Readiness> = Promise.resolve('the database does not answer');
  const ask = async (): Promise<Readiness> => {
    try {
      await database.ping(CACHE_MS);
      return 'ready';
    } catch (error) {
      if (!(error instanceof DiskFullError)) return 'the database does not answer';
      log.error({ err: error.cause }, error.advice);
      return 'the disk is full';
    }
  };
  return () => {
    if (performance.now() - at < CACHE_MS) return last;
    at = performance.now();
    const late = new Promise<Readiness>((resolve) =>
      setTimeout(resolve, CACHE_MS, 'the database does not answer').unref(),
    );
    last = Promise.race([ask(), late]);
    return last;
  };
}

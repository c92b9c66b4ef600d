import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { Degrees } from '../graph/degrees.ts';
import type { Log } from '../log.ts';

/** Graphs grow slowly: sizes some minutes old are accurate enough to price a request. */
const EVERY_MS = 600_000;
const TIMEOUT_MS = 30_000;

/** Keeps the measured sizes of the graph fresh until the signal; a failure keeps the old ones. */
export async function keepDegrees(
  degrees: Degrees,
  database: Database,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const reader = database.reader({ timeoutMs: TIMEOUT_MS, signal });
    await degrees
      .read(reader)
      .catch((err) => log.debug({ err }, 'the degrees of the graph could not be read'))
      .finally(() => reader.close())
      .catch(() => {});
    await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}

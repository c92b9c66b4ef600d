import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Home } from '../home.ts';
import { DISK_MIN, freeBytes, inMegabytes } from './disk.ts';
import { sizeOf, textFrom } from './log-file.ts';

const LOOK_EVERY_MS = 2_000;
/** Free bytes needed before a Neo4j that ran out of disk space is restarted. */
const ROOM = 2 * DISK_MIN;
/** With fewer free bytes than this, Neo4j's disk was full; its log could not say so either. */
const FULL = 8_000_000;
/** Lines of Neo4j's log after which it needs a restart. */
const BROKEN = /Database panic|critical error, and needs to be restarted|No space left on device/;

interface Watched {
  readonly home: Home;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Restarts the database; called only when there is room. */
  readonly restart: () => void;
}

/** @returns a function that reads what was added to Neo4j's logs since its last call */
function newWords({ folder }: Home): () => string {
  const files = ['debug.log', 'neo4j.log'].map((name) => path.join(folder, 'logs', name));
  let from = files.map(sizeOf);
  return () => {
    const since = from;
    from = files.map(sizeOf);
    return files.map((file, at) => textFrom(file, since[at]!)).join('\n');
  };
}

/**
 * Watches the database's disk until the signal. A full disk is logged, and a Neo4j that stopped
 * writing after a failed write is restarted as soon as there is room.
 * @returns whether the disk is full
 */
export function watchDisk({ home, log, signal, restart }: Watched): () => boolean {
  const words = newWords(home);
  let [full, broken, lowest] = [false, false, Number.POSITIVE_INFINITY];

  function look(): void {
    broken = BROKEN.test(words()) || broken;
    const free = freeBytes(home.folder) ?? Number.POSITIVE_INFINITY;
    lowest = Math.min(lowest, free);
    if (free < (full ? ROOM : DISK_MIN)) {
      if (!full)
        log.error(
          `the disk is full: ${inMegabytes(free)} free for ${home.folder}; make room there, and the database goes on by itself`,
        );
      full = true;
      return;
    }
    if (full) log.info('there is room on the disk again');
    broken ||= full && lowest < FULL;
    [full, lowest] = [false, Number.POSITIVE_INFINITY];
    if (!broken) return;
    broken = false;
    log.warn('the embedded Neo4j does not write any more; starting it anew');
    restart();
  }

  void (async () => {
    while (!signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      try {
        look();
      } catch (error) {
        log.warn(`the disk of the database could not be looked at: ${(error as Error).message}`);
      }
    }
  })();
  return () => full;
}

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { DISK_MIN, freeBytes, inMegabytes } from './disk.ts';
import type { Home } from './home.ts';
import { sizeOf, textFrom } from './log-file.ts';
import type { Running } from './process.ts';

/** Pauses before it is started again: none the first time, then doubled up to this. */
const PAUSE_MAX_MS = 30_000;
/** A process that ran this long before it died starts the count anew. */
const STABLE_MS = 60_000;
/** Down for so long, this process had better be replaced: another machine, another disk may help. */
const HOPELESS_MS = 180_000;
const LOOK_AT_DISK_MS = 2_000;
/** Room that has to be there before a database that ran full is tried again. */
const ROOM = 2 * DISK_MIN;
/** What Neo4j's own log says when it cannot go on without a new start. */
const BROKEN =
  /No space left on device|out of disk space|read.?only mode|needs to be restarted|panic/i;

export interface Supervision {
  /** Why the database cannot be used, as far as its keeper knows. */
  fault(): string | null;
  /** Why this process should be replaced. */
  hopeless(): string | null;
  stop(): Promise<void>;
}

interface Watched {
  readonly home: Home;
  readonly running: Running;
  readonly start: () => Promise<Running>;
}

const reasonOf = (error: unknown) => (error as Error).message.split('\n')[0];

/**
 * Keeps a Neo4j running until `stop`: when it dies it is started again, for ever, with growing
 * pauses. A full disk is told, and once there is room again the database is started anew, since
 * Neo4j does not write on after a failed write.
 */
export function supervise({ home, running: first, start }: Watched, log: Log): Supervision {
  let running = first;
  let stopping = false;
  let downSince: number | null = null;
  let full: string | null = null;
  const stopped = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopped.signal }).catch(() => {});

  async function again(tries: number): Promise<boolean> {
    await pause(tries === 0 ? 0 : Math.min(PAUSE_MAX_MS, 1_000 * 2 ** (tries - 1)));
    if (stopping) return true;
    try {
      running = await start();
      log.info('the embedded Neo4j answers again');
      downSince = null;
      return true;
    } catch (error) {
      log.error(`the embedded Neo4j did not start again: ${reasonOf(error)}`);
      return false;
    }
  }

  async function keepRunning(): Promise<void> {
    for (let deaths = 0; ; deaths++) {
      const since = performance.now();
      const code = await running.exited;
      if (stopping) return;
      if (performance.now() - since > STABLE_MS) deaths = 0;
      downSince ??= performance.now();
      log.error(
        `the embedded Neo4j ended (${code === null ? 'killed' : `exit code ${code}`}); starting it again`,
      );
      while (!(await again(deaths))) deaths++;
      if (stopping) return;
    }
  }

  async function watchDisk(): Promise<void> {
    const logs = ['debug.log', 'neo4j.log'].map((name) => path.join(home.folder, 'logs', name));
    let from = logs.map(sizeOf);
    while (!stopping) {
      await pause(LOOK_AT_DISK_MS);
      const free = freeBytes(home.folder);
      if (free === null || stopping) continue;
      if (free < DISK_MIN && full === null) {
        from = logs.map(sizeOf);
        full = `the disk is full: ${inMegabytes(free)} free for ${home.folder}`;
        log.error(`${full}; make room there, and the database goes on by itself`);
      } else if (free >= ROOM && full !== null) {
        full = null;
        if (downSince !== null) continue;
        if (!logs.some((file, at) => BROKEN.test(textFrom(file, from[at]!)))) {
          log.info('there is room on the disk again');
          continue;
        }
        log.warn('there is room on the disk again; starting the embedded Neo4j anew');
        running.kill();
      }
    }
  }

  const working = Promise.all([keepRunning(), watchDisk()]);

  return {
    fault: () => full ?? (downSince === null ? null : 'the embedded Neo4j is being started again'),
    hopeless: () =>
      downSince !== null && performance.now() - downSince > HOPELESS_MS
        ? `the embedded Neo4j does not start${full === null ? '' : `; ${full}`}`
        : null,
    async stop() {
      stopping = true;
      stopped.abort();
      // One that ran full keeps its log sound only when it is not asked to close its files.
      if (full !== null) running.kill();
      await running.stop();
      await working;
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { watchDisk } from './disk/disk-watch.ts';
import type { Home } from './home.ts';
import type { Running } from './java/process.ts';

/** Longest pause before a restart; the first has none, then pauses double up to this. */
const PAUSE_MAX_MS = 30_000;
/** A process that ran this long before it died resets the pauses. */
const STABLE_MS = 60_000;
/** After this downtime the process should be replaced: another machine or disk may help. */
const HOPELESS_MS = 180_000;

export interface Supervision {
  /** Why the database cannot be used, as far as is known; the text names no address or path. */
  fault(): string | null;
  /** Why this process should be replaced. */
  hopeless(): string | null;
  stop(): Promise<void>;
}

interface Watched {
  readonly home: Home;
  readonly running: Running;
  readonly start: (signal: AbortSignal) => Promise<Running>;
}

const reasonOf = (error: unknown) => (error as Error).message.split('\n')[0];

/**
 * Keeps a Neo4j running until `stop`: whenever it dies it is started again, with growing pauses. A
 * full disk is reported, and Neo4j restarted when there is room again.
 */
export function supervise({ home, running: first, start }: Watched, log: Log): Supervision {
  let running = first;
  let downSince: number | null = null;
  const stopping = new AbortController();
  const { signal } = stopping;
  const restart = () => {
    if (downSince === null) running.kill();
  };
  const isFull = watchDisk({ home, log, signal, restart });

  async function again(tries: number): Promise<boolean> {
    const pause = tries === 0 ? 0 : Math.min(PAUSE_MAX_MS, 1_000 * 2 ** (tries - 1));
    await sleep(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) return true;
    try {
      running = await start(signal);
      log.info('the embedded Neo4j answers again');
      downSince = null;
      return true;
    } catch (error) {
      if (signal.aborted) return true;
      log.error(`the embedded Neo4j did not start again: ${reasonOf(error)}`);
      return false;
    }
  }

  async function keepRunning(): Promise<void> {
    for (let deaths = 0; ; deaths++) {
      const since = performance.now();
      const code = await running.exited;
      if (signal.aborted) return;
      if (performance.now() - since > STABLE_MS) deaths = 0;
      downSince ??= performance.now();
      const how = code === null ? 'killed' : `exit code ${code}`;
      log.error(`the embedded Neo4j ended (${how}); starting it again`);
      while (!(await again(deaths))) deaths++;
      if (signal.aborted) return;
    }
  }
  const working = keepRunning();

  return {
    fault: () => {
      if (isFull()) return 'the disk of the database is full';
      return downSince === null ? null : 'the database is being started again';
    },
    hopeless: () =>
      downSince !== null && performance.now() - downSince > HOPELESS_MS
        ? `the database does not start${isFull() ? ': its disk is full' : ''}`
        : null,
    async stop() {
      // With a full disk it cannot close its files; its log restores them.
      if (isFull()) running.kill();
      stopping.abort();
      await running.stop();
      await working;
      // Stops the one that was being started in the meantime.
      await running.stop();
    },
  };
}

import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { homeOf, runningIn } from './home.ts';
import { describe, type Embedded, own, prepare, startDetached, stopDetached } from './instance.ts';
import { launch } from './java/launcher.ts';

export interface Stopped {
  readonly jars: string;
  /** Starts the database for one piece of work, on its own port, and stops it again. */
  whileRunning<T>(work: (database: Embedded) => Promise<T>): Promise<T>;
}

/**
 * Does work on the files of the embedded database while it is stopped. One that runs in the
 * background is stopped before and started again afterwards.
 * @throws {InUseError} when a running program owns the data folder
 */
export async function withStopped<T>(
  config: Config,
  log: Log,
  signal: AbortSignal | undefined,
  work: (stopped: Stopped) => Promise<T>,
): Promise<T> {
  const home = homeOf(config.ENTENTE_HOME);
  const unlock = await own(home, log);
  const background = runningIn(home) !== undefined;
  try {
    if (background) {
      log.info('stopping the Neo4j in the background for as long as this takes');
      await stopDetached(config);
    }
    const anywhere = { ...config, NEO4J_BOLT_PORT: 0, NEO4J_HTTP_PORT: 0 };
    const prepared = await prepare(anywhere, log, { lean: true, signal });
    const whileRunning: Stopped['whileRunning'] = async (use) => {
      const running = await launch({ ...prepared, unlisted: true });
      try {
        return await use(describe(home, { pid: running.pid, ports: prepared.ports }));
      } finally {
        await running.stop();
      }
    };
    return await work({ jars: prepared.jars, whileRunning });
  } finally {
    await unlock();
    if (background && existsSync(home.folder)) await startDetached(config, log);
  }
}

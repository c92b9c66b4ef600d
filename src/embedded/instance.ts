import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { lock } from 'proper-lockfile';
import type { Config } from '../config.ts';
import { SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import {
  type Home,
  homeOf,
  makeFolders,
  ownerIsGone,
  passwordOf,
  runningIn,
  type State,
  strayPid,
} from './home.ts';
import { cacheFolder, ensureJars, type OnProgress } from './jars.ts';
import { checkJava } from './java.ts';
import { launch, type Running } from './launcher.ts';
import type { Ports } from './settings.ts';

/** Where the embedded Neo4j answers, for whoever opens a database or links to Neo4j Browser. */
export interface Embedded {
  readonly uri: string;
  readonly browserUrl: string;
  readonly user: 'neo4j';
  readonly password: string;
  readonly pid: number;
}

export interface Supervised extends Embedded {
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly onProgress?: OnProgress;
  readonly lean?: boolean;
}

const RESTARTS_MAX = 5;
const RESTART_PAUSE_MS = 1_000;
/** A process that ran this long before it died starts the count anew. */
const STABLE_MS = 60_000;
const LOCK_STALE_MS = 10_000;

function describe(home: Home, { pid, ports }: Pick<State, 'pid' | 'ports'>): Embedded {
  return {
    uri: `bolt://127.0.0.1:${ports.bolt}`,
    browserUrl: `http://127.0.0.1:${ports.http}/browser/`,
    user: 'neo4j',
    password: passwordOf(home),
    pid,
  };
}

/** The embedded Neo4j that runs on this data folder, if any. */
export function findEmbedded(config: Config): (Embedded & State) | undefined {
  const home = homeOf(config.ENTENTE_HOME);
  const state = runningIn(home);
  return state && { ...state, ...describe(home, state) };
}

/** Ends a process that an earlier, killed start left behind on this data folder. */
async function endStray(home: Home, log: Log): Promise<void> {
  const pid = runningIn(home)?.pid ?? strayPid(home);
  if (pid === undefined) return;
  log.warn(`stopping a Neo4j (process ${pid}) that an earlier run left behind`);
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 20_000 && strayPid(home) === pid; waited += 100) await sleep(100);
}

async function freePorts(config: Config, log: Log): Promise<Ports> {
  const take = async (wanted: number, name: string) => {
    const port = await getPort({ host: '127.0.0.1', ...(wanted === 0 ? {} : { port: wanted }) });
    if (wanted !== 0 && port !== wanted)
      log.warn(`port ${wanted} is in use; ${name} listens on ${port}`);
    return port;
  };
  return {
    bolt: await take(config.NEO4J_BOLT_PORT, 'Bolt'),
    http: await take(config.NEO4J_HTTP_PORT, 'Neo4j Browser'),
  };
}

/** One program at a time owns a data folder. What a killed one left locked is taken over. */
async function lockHome(home: Home): Promise<() => Promise<void>> {
  makeFolders(home);
  const options = { stale: LOCK_STALE_MS, realpath: false };
  const unlock = await lock(home.folder, options).catch(async (cause) => {
    if (ownerIsGone(home)) {
      rmSync(`${home.folder}.lock`, { recursive: true, force: true });
      return lock(home.folder, options);
    }
    throw new SetupError(
      `the data folder ${home.folder} is in use by another Entente; stop that one, or set ENTENTE_HOME to another folder.`,
      { cause },
    );
  });
  writeFileSync(home.ownerFile, String(process.pid));
  return unlock;
}

/** Starts the embedded Neo4j so that it outlives this process: `entente neo4j start`. */
export async function startDetached(
  config: Config,
  log: Log,
  options: StartOptions = {},
): Promise<Embedded> {
  const found = findEmbedded(config);
  if (found) return found;
  const home = homeOf(config.ENTENTE_HOME);
  const unlock = await lockHome(home);
  try {
    await checkJava();
    const jars = await ensureJars(cacheFolder(config.ENTENTE_CACHE), options.onProgress);
    const ports = await freePorts(config, log);
    const running = await launch({ home, jars, ports, lean: false, detached: true });
    running.release();
    return describe(home, { pid: running.pid, ports });
  } finally {
    await unlock();
  }
}

/** @returns whether one was running */
export async function stopDetached(config: Config): Promise<boolean> {
  const home = homeOf(config.ENTENTE_HOME);
  const state = runningIn(home);
  if (!state) return false;
  process.kill(state.pid, 'SIGTERM');
  while (runningIn(home)) await sleep(100);
  return true;
}

/**
 * Starts the embedded Neo4j as a child of this process and keeps it running: when it dies, it is
 * started again on the same ports.
 * @throws {SetupError} when Java or Maven is missing, the data folder is in use, or it does not start
 */
export async function startSupervised(
  config: Config,
  log: Log,
  options: StartOptions = {},
): Promise<Supervised> {
  const home = homeOf(config.ENTENTE_HOME);
  const unlock = await lockHome(home);
  let stopping = false;
  let running: Running;
  let start: () => Promise<Running>;
  let ports: Ports;
  try {
    await checkJava();
    await endStray(home, log);
    const jars = await ensureJars(cacheFolder(config.ENTENTE_CACHE), options.onProgress);
    ports = await freePorts(config, log);
    start = () => launch({ home, jars, ports, lean: options.lean ?? false });
    running = await start();
  } catch (error) {
    await unlock();
    throw error;
  }

  async function watch(): Promise<void> {
    for (let restarts = 0; restarts <= RESTARTS_MAX; restarts++) {
      const since = performance.now();
      const code = await running.exited;
      if (stopping) return;
      if (performance.now() - since > STABLE_MS) restarts = 0;
      log.error(`the embedded Neo4j ended (exit code ${code}); starting it again`);
      await sleep(RESTART_PAUSE_MS * restarts);
      if (stopping) return;
      try {
        running = await start();
        log.info('the embedded Neo4j answers again');
      } catch (error) {
        log.error(error, 'the embedded Neo4j did not start again');
      }
    }
    log.error(`the embedded Neo4j ended ${RESTARTS_MAX} times; its log is ${home.logFile}`);
  }
  const watching = watch();

  return {
    ...describe(home, { pid: running.pid, ports }),
    async stop() {
      stopping = true;
      await running.stop();
      await watching;
      await unlock();
    },
  };
}

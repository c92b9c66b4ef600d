import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import type { Config } from '../config.ts';
import { SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import { DISK_LOW, DISK_MIN, diskTrouble, sizeOfFolder } from './disk/disk.ts';
import { lockHome } from './disk/lock.ts';
import { type Home, homeOf, passwordOf, runningIn, type State, strayPid } from './home.ts';
import { cacheFolder, ensureJars, type OnProgress } from './java/jars.ts';
import { checkJava } from './java/java.ts';
import { type Launch, launch } from './java/launcher.ts';
import { memoryAdvice } from './java/memory.ts';
import type { Ports } from './settings.ts';
import { type Supervision, supervise } from './supervise.ts';

/** Addresses and credentials of the embedded Neo4j. */
export interface Embedded {
  readonly uri: string;
  readonly browserUrl: string;
  readonly user: 'neo4j';
  readonly password: string;
  readonly pid: number;
}

export interface Supervised extends Embedded, Supervision {}

export interface StartOptions {
  readonly onProgress?: OnProgress;
  readonly lean?: boolean;
  /** Aborts the start at any step. */
  readonly signal?: AbortSignal | undefined;
}

/** Bytes needed to create a store, whose transaction logs are preallocated. */
const DISK_NEW = 250_000_000;
const MADE = 1_000_000;

export function describe(home: Home, { pid, ports }: Pick<State, 'pid' | 'ports'>): Embedded {
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

/** Stops a Neo4j that an earlier, killed start left on this data folder. */
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

/** @throws {SetupError} when there is too little room for Neo4j to write */
function checkDisk({ folder }: Home, log: Log): void {
  const trouble = diskTrouble(folder, sizeOfFolder(folder) > MADE ? DISK_MIN : DISK_NEW);
  if (trouble !== null) throw new SetupError(trouble);
  const low = diskTrouble(folder, DISK_LOW);
  if (low !== null) log.warn(low);
}

/**
 * Locks the data folder if its disk has room; on a full one not even the lock can be written.
 * @throws {SetupError} when there is too little room
 * @throws {InUseError} when another program owns the folder
 */
export async function own(home: Home, log: Log): Promise<() => Promise<void>> {
  checkDisk(home, log);
  return lockHome(home, log);
}

/** Checks and prepares all that a start needs, in the order in which the user can fix it. */
export async function prepare(
  config: Config,
  log: Log,
  { onProgress, lean = false, signal }: StartOptions = {},
): Promise<Launch> {
  const home = homeOf(config.ENTENTE_HOME);
  await checkJava();
  await endStray(home, log);
  const jars = await ensureJars(cacheFolder(config.ENTENTE_CACHE), onProgress, signal);
  const ports = await freePorts(config, log);
  const memory = { heap: config.NEO4J_HEAP, pageCache: config.NEO4J_PAGE_CACHE };
  if (!lean) for (const advice of memoryAdvice(home, memory)) log.warn(advice);
  // The address of a server on a free port is not known in advance.
  const pages = config.PORT === 0 ? null : `http://127.0.0.1:${config.PORT}/`;
  return { home, jars, ports, lean, memory, pages: lean ? null : pages, signal };
}

/** Starts an embedded Neo4j that outlives this process: `entente neo4j start`. */
export async function startDetached(
  config: Config,
  log: Log,
  options: StartOptions = {},
): Promise<Embedded> {
  const found = findEmbedded(config);
  if (found) return found;
  const home = homeOf(config.ENTENTE_HOME);
  const unlock = await own(home, log);
  try {
    const start = await prepare(config, log, options);
    const running = await launch({ ...start, detached: true });
    running.release();
    return describe(home, { pid: running.pid, ports: start.ports });
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
 * @throws {InUseError} when another program owns the data folder
 * @throws {SetupError} when Java or Maven is missing, the disk is full, or Neo4j does not start
 */
export async function startSupervised(
  config: Config,
  log: Log,
  options: StartOptions = {},
): Promise<Supervised> {
  const home = homeOf(config.ENTENTE_HOME);
  const unlock = await own(home, log);
  try {
    const prepared = await prepare(config, log, options);
    const running = await launch(prepared);
    const { signal: _, ...again } = prepared;
    const supervision = supervise(
      { home, running, start: (signal) => launch({ ...again, signal }) },
      log,
    );
    return {
      ...describe(home, { pid: running.pid, ports: prepared.ports }),
      ...supervision,
      async stop() {
        await supervision.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, makePrivate } from './disk/folder.ts';
import type { Ports } from './settings.ts';

/** What a running instance publishes to other programs on the same data folder. */
export interface State {
  readonly pid: number;
  readonly ports: Ports;
  readonly version: string;
  readonly startedAt: string;
}

/** The files of the embedded Neo4j under the data folder. */
export interface Home {
  readonly folder: string;
  readonly conf: string;
  readonly passwordFile: string;
  readonly pidFile: string;
  readonly stateFile: string;
  /** Process id of the program that owns the folder. */
  readonly ownerFile: string;
  readonly logFile: string;
}

export function homeOf(dataFolder: string): Home {
  const folder = path.join(dataFolder, 'neo4j');
  const run = path.join(folder, 'run');
  return {
    folder,
    conf: path.join(folder, 'conf'),
    passwordFile: path.join(dataFolder, 'neo4j-password'),
    pidFile: path.join(run, 'neo4j.pid'),
    stateFile: path.join(run, 'state.json'),
    ownerFile: path.join(run, 'owner.pid'),
    logFile: path.join(folder, 'logs', 'console.log'),
  };
}

/**
 * Creates the folders of the embedded Neo4j, which only their owner can read.
 * @throws {SetupError} when the data folder cannot be written
 */
export function makeFolders({ folder, conf, pidFile, logFile }: Home): void {
  for (const each of [folder, conf, path.dirname(pidFile), path.dirname(logFile)])
    makeFolder(each, 'ENTENTE_HOME');
  makePrivate(path.dirname(folder));
  makePrivate(folder);
}

/** The password, generated on the first call and readable by its owner only. */
export function passwordOf({ passwordFile }: Home): string {
  const known = existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : '';
  // Neo4j's tool takes a password that begins with a hyphen for an option, so it was never set.
  if (known !== '' && !known.startsWith('-')) return known;
  const password = randomBytes(18).toString('hex');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  return password;
}

export function writeState({ stateFile }: Home, state: State): void {
  writeFileSync(stateFile, `${JSON.stringify(state, null, 2)}\n`);
}

function readState({ stateFile }: Home): State | undefined {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8')) as State;
  } catch {
    return undefined;
  }
}

export function clearState({ stateFile, pidFile }: Home): void {
  rmSync(stateFile, { force: true });
  rmSync(pidFile, { force: true });
}

/** Whether the process is alive and is the Neo4j of this folder, since process ids are reused. */
function isOurs(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--home-dir=${folder}`);
  } catch {
    return true; // no /proc on this system: the signal's answer has to do
  }
}

/** The instance that runs in this folder, if any; the state of a dead one is cleared. */
export function runningIn(home: Home): State | undefined {
  const state = readState(home);
  if (state && isOurs(state.pid, home.folder)) return state;
  if (state) clearState(home);
  return undefined;
}

/** The process of an interrupted start, which was running but had not published its state. */
export function strayPid(home: Home): number | undefined {
  try {
    const pid = Number(readFileSync(home.pidFile, 'utf8'));
    return isOurs(pid, home.folder) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the program that locked the folder was killed before it could unlock it. */
export function ownerIsGone({ ownerFile }: Home): boolean {
  try {
    process.kill(Number(readFileSync(ownerFile, 'utf8')), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

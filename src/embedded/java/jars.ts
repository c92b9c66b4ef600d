import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupError } from '../../errors.ts';
import { ROOT } from '../../root.ts';
import { makeFolder } from '../disk/folder.ts';
import { checkMaven } from './java.ts';

const POM = path.join(ROOT, 'pom.xml');
const LOCK = path.join(ROOT, 'src/embedded/java/jars.lock');
const COPY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

export const NEO4J_VERSION = '5.26.30';

/** Called for each jar that arrives, with the number so far and the total. */
export type OnProgress = (done: number, total: number) => void;

/** Reads `hash name.jar` lines, as sha256sum writes them, by name. */
export function readLock(file = LOCK): Map<string, string> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split(/\s+/).reverse() as [string, string]));
}

export function cacheFolder(
  configured: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return path.resolve(
    configured ?? path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'entente'),
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Names of jars that are missing from a folder or differ from the lock. */
export async function wrongJars(
  folder: string,
  lock: ReadonlyMap<string, string>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, hash] of lock) {
    const file = path.join(folder, name);
    if (!existsSync(file) || (await hashOf(file)) !== hash) wrong.push(name);
  }
  return wrong;
}

function resolveWithMaven(
  folder: string,
  total: number,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const args = [
    '-B',
    '-ntp',
    '-C',
    '-f',
    POM,
    COPY_PLUGIN,
    '-DincludeScope=runtime',
    `-DoutputDirectory=${folder}`,
  ];
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + String(chunk)).slice(-4_000);
    };
    maven.stdout.on('data', keep);
    maven.stderr.on('data', keep);
    const timer = setInterval(
      () => onProgress(existsSync(folder) ? readdirSync(folder).length : 0, total),
      500,
    );
    maven.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
    maven.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) return resolve();
      const reason =
        output.split('\n').find((line) => line.startsWith('[ERROR]')) ?? output.slice(-400);
      reject(
        new SetupError(
          `Maven could not fetch the embedded Neo4j: ${reason.trim()}\nCheck the network or the mirror in ~/.m2/settings.xml and start again; or set NEO4J_URI.`,
        ),
      );
    });
  });
}

const isGood = async (folder: string, lock: ReadonlyMap<string, string>): Promise<boolean> =>
  existsSync(folder) && (await wrongJars(folder, lock)).length === 0;

/**
 * Moves fetched jars to the cache. Several processes may do so at their first start: a good folder
 * that another one placed in the meantime is already in use, and stays.
 */
export async function place(
  fetched: string,
  folder: string,
  lock: ReadonlyMap<string, string>,
): Promise<void> {
  const old = `${fetched}-old`;
  const unless = (codes: readonly string[]) => (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error;
    return false;
  };
  while (!(await isGood(folder, lock))) {
    const placed = rename(fetched, folder).then(() => true, unless(['ENOTEMPTY', 'EEXIST']));
    if (await placed) return;
    // Renamed in one step: files deleted one by one could be another process's new ones.
    await rename(folder, old).catch(unless(['ENOENT']));
    await rm(old, { recursive: true, force: true });
  }
}

/**
 * The folder with the verified jars of Neo4j. A good cache needs neither Maven nor network.
 * @throws {SetupError} when Maven is missing or fails, or a jar is not the one in the lock
 */
export async function ensureJars(
  cache: string,
  onProgress: OnProgress = () => {},
  signal?: AbortSignal,
): Promise<string> {
  const lock = readLock();
  const folder = path.join(cache, `neo4j-${NEO4J_VERSION}`);
  if (await isGood(folder, lock)) return folder;

  await checkMaven();
  makeFolder(cache, 'ENTENTE_CACHE');
  const temporary = path.join(cache, `fetching-${randomUUID()}`);
  try {
    await resolveWithMaven(temporary, lock.size, onProgress, signal);
    const wrong = await wrongJars(temporary, lock);
    if (wrong.length > 0)
      throw new SetupError(
        `${wrong.length} jars of the embedded Neo4j are not those of src/embedded/java/jars.lock (${wrong.slice(0, 3).join(', ')}); check which repository Maven uses.`,
      );
    for (const name of await readdir(temporary))
      if (!lock.has(name)) await rm(path.join(temporary, name));
    await place(temporary, folder, lock);
    onProgress(lock.size, lock.size);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** An explicit, sorted class path: a wildcard would include other files in the folder. */
export function classpathOf(folder: string): string {
  return [...readLock().keys()]
    .sort()
    .map((name) => path.join(folder, name))
    .join(path.delimiter);
}

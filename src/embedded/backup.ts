import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { ConfigError, SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import { admin } from './admin.ts';
import { freeBytes, inMegabytes, sizeOfFolder } from './disk/disk.ts';
import { type Home, homeOf } from './home.ts';
import type { Embedded } from './instance.ts';
import { NEO4J_VERSION } from './java/jars.ts';
import { withStopped } from './stopped.ts';

/** Fingerprint to compare a restored graph with; the caller, who has the driver, computes it. */
export interface Proof {
  readonly nodes: number;
  readonly relationships: number;
  readonly hash: string;
}

export type Prove = (database: Embedded) => Promise<Proof>;

interface Written extends Proof {
  readonly file: string;
  readonly neo4j: string;
  readonly at: string;
}

const DATABASE = 'neo4j';
export const proofFile = (file: string): string => `${file}.fingerprint.json`;

const storeFolders = ({ folder }: Home) =>
  ['databases', 'transactions'].map((kind) => path.join(folder, 'data', kind, DATABASE));

const describe = ({ nodes, relationships }: Proof) =>
  `${nodes} nodes and ${relationships} relationships`;

/**
 * Copies the embedded database into one file, in the format of `neo4j-admin database dump`, and
 * writes its fingerprint beside it.
 * @throws {SetupError} when another program uses the data folder, or there is no room
 */
export async function backup(
  file: string,
  config: Config,
  log: Log,
  prove: Prove,
  signal?: AbortSignal,
): Promise<Proof> {
  const home = homeOf(config.ENTENTE_HOME);
  const stores = storeFolders(home);
  if (!existsSync(stores[0]!))
    throw new ConfigError(`${home.folder} holds no database yet; there is nothing to back up.`);
  const needed = stores.reduce((sum, folder) => sum + sizeOfFolder(folder), 0);
  const free = freeBytes(path.dirname(path.resolve(file)));
  if (free !== null && free < needed / 2)
    throw new SetupError(
      `${path.dirname(path.resolve(file))} has ${inMegabytes(free)} free, too little for a copy of ${inMegabytes(needed)}; make room, or name a file on another disk.`,
    );
  return withStopped(config, log, signal, async ({ jars, whileRunning }) => {
    const proof = await whileRunning(prove);
    const partial = `${file}.partial`;
    const output = openSync(partial, 'w', 0o600);
    try {
      await admin(['database', 'dump', DATABASE, '--to-stdout'], { home, jars, signal, output });
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    } finally {
      closeSync(output);
    }
    const written: Written = {
      file: path.basename(file),
      ...proof,
      neo4j: NEO4J_VERSION,
      at: new Date().toISOString(),
    };
    writeFileSync(proofFile(file), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
    renameSync(partial, file);
    return proof;
  });
}

function readProof(file: string): Proof | null {
  const beside = proofFile(file);
  if (!existsSync(beside)) return null;
  try {
    const { nodes, relationships, hash } = JSON.parse(readFileSync(beside, 'utf8')) as Proof;
    if (typeof nodes === 'number' && typeof relationships === 'number' && typeof hash === 'string')
      return { nodes, relationships, hash };
  } catch {
    // Reported below, together with JSON that is no fingerprint.
  }
  throw new ConfigError(
    `${beside} is no fingerprint; take it from the same backup, or remove it to restore unproved.`,
  );
}

/** Moves the store aside, and restores it when the work on a new one fails. */
async function keeping<T>(home: Home, work: () => Promise<T>): Promise<T> {
  const moved = storeFolders(home)
    .filter((folder) => existsSync(folder))
    .map((folder) => ({ folder, aside: `${folder}.before-restore` }));
  for (const { folder, aside } of moved) {
    rmSync(aside, { recursive: true, force: true });
    renameSync(folder, aside);
  }
  try {
    return await work();
  } catch (error) {
    for (const folder of storeFolders(home)) rmSync(folder, { recursive: true, force: true });
    for (const { folder, aside } of moved) renameSync(aside, folder);
    throw error;
  } finally {
    for (const { aside } of moved) rmSync(aside, { recursive: true, force: true });
  }
}

export interface Restored {
  readonly proof: Proof;
  /** Whether the graph was compared with a fingerprint. */
  readonly proved: boolean;
}

/**
 * Replaces the embedded database by a backup, and compares it with the fingerprint beside it.
 * @param force replaces a database that is not empty, too
 * @throws {SetupError} when another program uses the data folder, the file is no backup, or the
 *   graph differs from the one that was copied; the database is then unchanged
 */
export async function restore(
  file: string,
  { force, signal }: { readonly force: boolean; readonly signal?: AbortSignal },
  config: Config,
  log: Log,
  prove: Prove,
): Promise<Restored> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ConfigError(
      `${file} is no file; name one that \`entente neo4j backup\` has written.`,
    );
  const wanted = readProof(file);
  const home = homeOf(config.ENTENTE_HOME);
  return withStopped(config, log, signal, async ({ jars, whileRunning }) => {
    if (!force && existsSync(storeFolders(home)[0]!)) {
      const present = await whileRunning(prove);
      if (present.nodes > 0)
        throw new SetupError(
          `the database in ${home.folder} holds ${describe(present)}; back it up first, or give --force to replace it.`,
        );
    }
    return keeping(home, async () => {
      const input = openSync(file, 'r');
      try {
        await admin(
          ['database', 'load', DATABASE, '--from-stdin', '--overwrite-destination=true'],
          {
            home,
            jars,
            signal,
            input,
          },
        );
      } finally {
        closeSync(input);
      }
      const proof = await whileRunning(prove);
      if (wanted !== null && wanted.hash !== proof.hash)
        throw new SetupError(
          `the restored graph (${describe(proof)}) is not the one that was backed up (${describe(wanted)}); the database is as it was before. Take another backup.`,
        );
      return { proof, proved: wanted !== null };
    });
  });
}

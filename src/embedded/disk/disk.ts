import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';

const MB = 1_000_000;

/** Neo4j writes to start, to log and to tidy its files: with less than this, nothing is begun. */
export const DISK_MIN = 64 * MB;
/** With less than this, a warning is logged. */
export const DISK_LOW = 500 * MB;

/** Free bytes on the disk of a file or folder; null where the system does not say. */
export function freeBytes(place: string): number | null {
  let at = path.resolve(place);
  while (!existsSync(at)) at = path.dirname(at);
  try {
    const { bavail, bsize, blocks } = statfsSync(at);
    return blocks === 0 ? null : bavail * bsize; // what has no blocks is no disk, as /proc
  } catch {
    return null;
  }
}

/** Bytes of all files under a folder. */
export function sizeOfFolder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
}

export const inMegabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`;

/** A message about a disk with too little room; null when there is enough. */
export function diskTrouble(place: string, least = DISK_MIN): string | null {
  const free = freeBytes(place);
  if (free === null || free >= least) return null;
  const words = least <= DISK_MIN ? 'the disk is full' : 'the disk is nearly full';
  return `${words}: ${inMegabytes(free)} free for ${place}, and ${inMegabytes(least)} are needed; make room there, or set ENTENTE_HOME to a folder on another disk.`;
}

import type { Config } from '../../config.ts';
import { DISK_LOW, DISK_MIN, diskTrouble } from '../../embedded/disk/disk.ts';
import { SetupError } from '../../errors.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * Does work that writes to the embedded database while there is room for it: refused on a full
 * disk, ended when it fills meanwhile, and a failure is told as what it is. The disk of a database
 * elsewhere is not known here.
 * @throws {SetupError} telling how much is free, where, and what to do
 */
export async function withDiskWatched<T>(
  config: Config,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  warn: (message: string) => void = () => {},
): Promise<T> {
  if (config.NEO4J_URI) return work(stop);
  const trouble = (least = DISK_MIN) => diskTrouble(config.ENTENTE_HOME, least);
  const refuse = (): void => {
    const told = trouble();
    if (told !== null) throw new SetupError(told);
  };
  refuse();
  const low = trouble(DISK_LOW);
  if (low !== null) warn(low);
  const full = new AbortController();
  const watch = setInterval(() => {
    if (trouble() !== null) full.abort();
  }, LOOK_EVERY_MS);
  try {
    const result = await work(AbortSignal.any([stop, full.signal]));
    if (full.signal.aborted) refuse();
    return result;
  } catch (error) {
    // What Neo4j says of a write that failed does not tell that the disk is full.
    refuse();
    throw error;
  } finally {
    clearInterval(watch);
  }
}

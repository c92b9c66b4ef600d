import type { Config } from '../../config.ts';
import { DISK_LOW, DISK_MIN, diskTrouble } from '../../embedded/disk/disk.ts';
import { SetupError } from '../../errors.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * Does work that writes to the embedded database. It is refused on a full disk and stopped when the
 * disk fills; a write that failed for lack of space is reported as that. The disk of another
 * database is not known here.
 * @throws {SetupError} naming the free space, the place, and the remedy
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
    // Neo4j's error for a failed write does not say that the disk is full.
    refuse();
    throw error;
  } finally {
    clearInterval(watch);
  }
}

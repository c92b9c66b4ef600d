import { rmSync, writeFileSync } from 'node:fs';
import { lock } from 'proper-lockfile';
import { SetupError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type Home, makeFolders, ownerIsGone } from '../home.ts';

const STALE_MS = 10_000;

/** Another program holds the lock of the data folder. */
export class InUseError extends SetupError {}

/**
 * Locks a data folder for one program at a time, taking over the lock of a killed one.
 * @throws {InUseError} when the owner is alive
 */
export async function lockHome(home: Home, log: Log): Promise<() => Promise<void>> {
  makeFolders(home);
  let released = false;
  let unlock: () => Promise<void>;
  const options = {
    stale: STALE_MS,
    realpath: false,
    // The lock was removed or the machine slept: it is taken again, so that no other program can.
    onCompromised: (cause: Error) => {
      if (released) return;
      log.warn(`the lock ${home.folder}.lock is gone (${cause.message}); taking it again`);
      take().catch((error: Error) =>
        log.error(
          `the lock ${home.folder}.lock could not be taken again (${error.message}); start no second Entente on this data folder`,
        ),
      );
    },
  };
  const take = async () => {
    unlock = await lock(home.folder, options);
  };
  await take().catch(async (cause) => {
    if (ownerIsGone(home)) {
      rmSync(`${home.folder}.lock`, { recursive: true, force: true });
      return take();
    }
    throw new InUseError(
      `the data folder ${home.folder} is in use by another Entente; stop that one, or set ENTENTE_HOME to another folder.`,
      { cause },
    );
  });
  writeFileSync(home.ownerFile, String(process.pid));
  return async () => {
    released = true;
    // A lock that was removed needs no release.
    await unlock().catch(() => {});
  };
}

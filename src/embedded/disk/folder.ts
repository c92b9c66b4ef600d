import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../../errors.ts';

/** The data folder holds secrets and personal data, so only its owner may read it. */
const PRIVATE = 0o700;

/** An error that names the setting which chose the folder. */
function trouble(folder: string, setting: string, cause: unknown): SetupError {
  return new SetupError(
    `the folder ${folder} cannot be written: ${(cause as Error).message}; set ${setting} to a folder that you may write.`,
    { cause },
  );
}

/**
 * Creates a folder that only its owner can read, and its parents, one level at a time: `mkdir` with
 * `recursive` never ends where the system says that a folder both exists and does not, as in /proc.
 * @param setting the variable that chooses the folder
 * @throws {SetupError} naming the folder and the setting
 */
export function makeFolder(folder: string, setting: string): void {
  const missing: string[] = [];
  try {
    let at = folder;
    for (; !statSync(at, { throwIfNoEntry: false }); at = path.dirname(at)) missing.unshift(at);
    for (const each of missing) {
      try {
        mkdirSync(each, { mode: PRIVATE });
      } catch (error) {
        // Another program may have created it in the meantime.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    if (!statSync(folder).isDirectory()) throw new Error('it is a file, not a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw trouble(folder, setting, cause);
  }
}

/** Removes the permissions of others that an earlier version or the owner left on a folder. */
export function makePrivate(folder: string): void {
  try {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(folder, PRIVATE);
  } catch {
    // A file system without such modes, as on Windows, has none to remove.
  }
}

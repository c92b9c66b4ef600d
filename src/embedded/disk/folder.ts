import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../../errors.ts';

/** What holds secrets, documents and what is known of people is for its owner alone. */
const PRIVATE = 0o700;

/** Why a folder cannot be used, in the words of whoever chose its place. */
function trouble(folder: string, setting: string, cause: unknown): SetupError {
  return new SetupError(
    `the folder ${folder} cannot be written: ${(cause as Error).message}; set ${setting} to a folder that you may write.`,
    { cause },
  );
}

/**
 * Makes a folder that only its owner can read, and those above it. One level at a time: asked for
 * all of them at once, Node tries for ever where the system says that a folder is there and is not,
 * as in /proc.
 * @param setting the variable that chooses its place
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
        // Another program may have made it in between.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    if (!statSync(folder).isDirectory()) throw new Error('it is a file, not a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw trouble(folder, setting, cause);
  }
}

/** Takes from others what an earlier version, or whoever made the folder, let them read. */
export function makePrivate(folder: string): void {
  try {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(folder, PRIVATE);
  } catch {
    // A file system without such modes, as on Windows, has nothing to take away.
  }
}

import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../errors.ts';

/**
 * Refuses an unwritable output file before the work begins.
 * @throws {ConfigError} naming the option, the file and the remedy
 */
export function checkWritable(option: string, file: string): void {
  const folder = path.dirname(path.resolve(file));
  const fail = (why: string): never => {
    throw new ConfigError(`${option} "${file}" cannot be written: ${why}.`);
  };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    fail(`there is no folder ${folder}; make it, or name another file`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) fail('it is a folder; name a file in it');
  try {
    accessSync(found ? file : folder, constants.W_OK);
  } catch {
    fail('you may not write there; name another file');
  }
}

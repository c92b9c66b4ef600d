import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What runs: the command line, and the thread that reads documents. */
export const PROGRAMS = {
  main: 'src/cli/main.ts',
  worker: 'src/ingest/extract/worker-main.ts',
};
export const BUILT = path.join(ROOT, 'build');

const changed = (folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(ROOT, folder, file)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);

/** Whether a built file is younger than all its sources. */
export const isFresh = (file, ...folders) =>
  existsSync(file) && statSync(file).mtimeMs > Math.max(...folders.map(changed));

/**
 * Runs a program as it was built, which needs 50 MB less and starts sooner; from its TypeScript
 * where that was changed since.
 */
export async function load(program) {
  const built = path.join(BUILT, `${program}.js`);
  if (isFresh(built, 'src', 'schema')) return import(pathToFileURL(built).href);
  const { register } = await import('tsx/esm/api');
  register();
  return import(pathToFileURL(path.join(ROOT, PROGRAMS[program])).href);
}

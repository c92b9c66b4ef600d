import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pack, unpack } from './packing.ts';
import type { Spool } from './spool.ts';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A spool in a folder that all cooperating programs can read and write. */
export function folderSpool(folder: string): Spool {
  // Two levels, since a folder of a million files is slow to list.
  const fileOf = (name: string) => {
    const [kind = '', key = ''] = name.split('/');
    return path.join(folder, kind, key.slice(0, 2), `${key}.json.gz`);
  };
  return {
    async read(name) {
      try {
        return await unpack(await readFile(fileOf(name)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async write(name, text) {
      const file = fileOf(name);
      const partial = `${file}.${randomUUID()}.partial`;
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(partial, await pack(text), { mode: 0o600 });
      await rename(partial, file);
    },
    has: (name) =>
      stat(fileOf(name)).then(
        () => true,
        (error) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
  };
}

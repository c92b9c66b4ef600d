import { readdir, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { leftOut } from '../left-out.ts';
import { type ReadItem, reject, skip } from '../record.ts';

/** An item of a folder: a file to read, or a report on what cannot be read. */
export type Entry = { readonly file: string } | { readonly item: ReadItem };

/** What a path is that has no readable content; null for files and folders. */
function otherKind(stats: Awaited<ReturnType<typeof stat>>): string | null {
  if (stats.isFile() || stats.isDirectory()) return null;
  if (stats.isFIFO()) return 'is a FIFO; pipe it into `entente ingest -`';
  if (stats.isSocket()) return 'is a socket, no document; leave it out';
  return 'is a device, no document; name a file, or pipe it into `entente ingest -`';
}

async function reasonOf(file: string, error: NodeJS.ErrnoException): Promise<string> {
  const target = await readlink(file).catch(() => null);
  if (error.code === 'ENOENT' && target !== null)
    return `is a link to ${target}, which does not exist; mend or remove it`;
  if (error.code === 'ENOENT') return 'does not exist; check the path';
  if (error.code === 'ELOOP') return 'is a link to itself; mend or remove it';
  return `cannot be read: ${error.message}`;
}

/**
 * The given file, or all files in a folder, sorted. Links are followed. What is neither file nor
 * folder is reported without being opened, because opening may block for ever.
 * @param name of a file in reports
 */
export async function* filesOf(
  given: string,
  name: (file: string) => string,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  async function* walk(at: string): AsyncGenerator<Entry> {
    let stats: Awaited<ReturnType<typeof stat>>;
    try {
      stats = await stat(at);
    } catch (error) {
      yield { item: reject(name(at), await reasonOf(at, error as Error)) };
      return;
    }
    const other = otherKind(stats);
    if (other !== null) yield { item: reject(name(at), other) };
    else if (stats.isFile()) yield { file: at };
    else {
      const identity = `${stats.dev} ${stats.ino}`;
      if (seen.has(identity)) {
        yield { item: { warning: `${name(at)}: is a link to a folder that is read already` } };
        return;
      }
      seen.add(identity);
      yield* folder(at);
    }
  }
  async function* folder(at: string): AsyncGenerator<Entry> {
    const entries = await readdir(at).catch((error: Error) => error);
    if (entries instanceof Error) {
      yield { item: reject(name(at), `cannot be read: ${entries.message}`) };
      return;
    }
    for (const entry of entries.sort()) {
      const file = path.join(at, entry);
      const reason = leftOut(entry, new Set());
      if (reason === null) yield* walk(file);
      else yield { item: skip(name(file), reason) };
    }
  }
  yield* walk(given);
}

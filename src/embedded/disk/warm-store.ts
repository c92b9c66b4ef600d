import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Home } from '../home.ts';

/** Most useful files first: indexes, then nodes and relationships, then their properties. */
const ORDER = [/schema\/index\//, /nodestore/, /relationship/, /propertystore/];
/** Files that Neo4j reads at its start anyway, or that no query reads. */
const NOT = /transaction|\.id$|checkpoint|metadata/;
const CHUNK = 1_048_576;

const rank = (file: string): number => {
  const found = ORDER.findIndex((pattern) => pattern.test(file));
  return found < 0 ? ORDER.length : found;
};

async function readThrough(file: string, most: number, signal?: AbortSignal): Promise<number> {
  let bytes = 0;
  const options = { highWaterMark: CHUNK, end: most - 1, ...(signal && { signal }) };
  for await (const chunk of createReadStream(file, options)) bytes += (chunk as Buffer).length;
  return bytes;
}

/**
 * Reads the files of a store once, while Neo4j starts, so that they are in the system's cache:
 * otherwise the first queries wait for the disk page by page. Failures do no harm.
 * @param most bytes to read; more than the page cache holds is not useful
 * @returns the files that were read, each with its bytes, in order
 */
export async function warmStore(
  { folder }: Pick<Home, 'folder'>,
  most: number,
  signal?: AbortSignal,
): Promise<(readonly [file: string, bytes: number])[]> {
  const store = path.join(folder, 'data', 'databases', 'neo4j');
  const read: (readonly [string, number])[] = [];
  if (!existsSync(store)) return read;
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((file) => !NOT.test(file))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  let left = most;
  for (const file of files) {
    if (left <= 0 || signal?.aborted) break;
    const at = path.join(store, file);
    try {
      if (!statSync(at).isFile()) continue;
      const bytes = await readThrough(at, left, signal);
      left -= bytes;
      read.push([file, bytes]);
    } catch {
      // Neo4j may have removed the file in the meantime.
    }
  }
  return read;
}

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type ReadItem, reject } from './record.ts';
import { type Choice, type Format, PARSERS, type Parsers } from './registry.ts';
import { FileNames } from './sources/file-names.ts';
import { filesOf } from './sources/files.ts';
import { readFileAt, readFolder, readPipe } from './sources/folder.ts';

export { FORMATS, type Format } from './registry.ts';

export interface ReadOptions {
  /** The format of all files, instead of recognition by content. */
  readonly format?: Format;
  /** The day of documents that give none. */
  readonly publishedOn?: string;
}

function withDate(item: ReadItem, publishedOn: string | undefined): ReadItem {
  if (publishedOn === undefined || !('document' in item) || item.document.publishedOn !== null)
    return item;
  return { ...item, document: { ...item.document, publishedOn } };
}

/**
 * Reads documents from files, sorted folders and `-`, the standard input; reports the unreadable.
 */
export async function* readAll(
  paths: readonly string[],
  options: ReadOptions = {},
  parsers: Parsers = PARSERS,
): AsyncGenerator<ReadItem> {
  const names = paths.length > 1 ? new FileNames() : undefined;
  for (const given of paths) {
    try {
      for await (const item of readPath(given, { format: options.format, parsers, names }))
        yield withDate(item, options.publishedOn);
    } catch (error) {
      yield reject(given, `cannot be read: ${(error as Error).message}`);
    }
  }
}

const isFolder = (file: string) =>
  stat(file).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

async function* readPath(given: string, options: Choice): AsyncGenerator<ReadItem> {
  if (given === '-') yield* readPipe(process.stdin, options);
  else if (await isFolder(given)) yield* readFolder(given, options);
  else
    for await (const entry of filesOf(given, () => given))
      if ('item' in entry) yield entry.item;
      else yield* readFileAt(entry.file, path.basename(entry.file), options);
}

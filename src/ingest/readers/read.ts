import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ReadError } from '../../errors.ts';
import { decode, isBinary } from './decode.ts';
import { filesOf } from './files.ts';
import { readJsonLines, STDIN } from './json-lines.ts';
import type { Parsers } from './parsers.ts';
import { type Metadata, type ReadItem, reject, sourceDocument } from './record.ts';
import { sidecarOf } from './sidecar.ts';

export const FORMATS = ['text', 'markdown', 'html', 'jsonl', 'feed'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReadOptions {
  /** For all files, instead of what their names say. */
  readonly format?: Format;
  /** For documents that do not tell theirs. */
  readonly publishedOn?: string;
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
};
/**
 * Larger files are dumps, not documents, and are refused before they are read. JSON Lines are read
 * line by line and may have any size.
 */
const FILE_MAX_BYTES: Readonly<Record<Exclude<Format, 'jsonl'>, number>> = {
  text: 20_000_000,
  markdown: 20_000_000,
  html: 20_000_000,
  feed: 50_000_000,
};
const tooLarge = (format: Exclude<Format, 'jsonl'>) =>
  `is larger than ${FILE_MAX_BYTES[format]} bytes; split it into documents, or write it as JSON Lines`;
const INFLATED_MAX_BYTES = 50_000_000;
const RATIO_MAX = 100;

/** @returns null when it inflates beyond the bounds: a bomb */
async function inflate(bytes: Buffer): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of Readable.from([bytes]).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > INFLATED_MAX_BYTES || length > Math.max(1_000_000, RATIO_MAX * bytes.length))
      return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function* readBytes(
  file: string,
  given: Buffer,
  format: Format,
  metadata: Metadata,
  parsers: Parsers,
): AsyncGenerator<ReadItem> {
  const raw = decode(given);
  if (raw.trim() === '') yield reject(file, 'is empty; there is nothing to read');
  else if (isBinary(raw)) yield reject(file, 'is no text; convert it first');
  else if (format === 'feed' || (format === 'text' && /^\s*<\?xml|^\s*<(?:rss|feed)\b/.test(raw)))
    yield* await parsers.feed(file, raw);
  else if (format === 'html') {
    const page = await parsers.html(raw);
    if (page) yield sourceDocument(file, given, page.text, { ...page.metadata, ...metadata });
    else
      yield reject(
        file,
        'holds no article; its text is missing, or the page is too large or too deep',
        { text: raw },
      );
  } else yield sourceDocument(file, given, raw, metadata);
}

async function* readFileAt(
  file: string,
  name: string,
  options: ReadOptions,
  parsers: Parsers,
): AsyncGenerator<ReadItem> {
  const zipped = name.endsWith('.gz');
  const format =
    options.format ??
    BY_ENDING[path.extname(zipped ? name.slice(0, -3) : name).toLowerCase()] ??
    'text';
  if (format === 'jsonl' && !zipped) {
    yield* readJsonLines(name, createReadStream(file), parsers);
    return;
  }
  const { size } = await stat(file);
  if (size > (format === 'jsonl' ? INFLATED_MAX_BYTES : FILE_MAX_BYTES[format])) {
    yield reject(name, tooLarge(format === 'jsonl' ? 'feed' : format));
    return;
  }
  const sidecar = await sidecarOf(file);
  if (typeof sidecar === 'string') {
    yield reject(name, sidecar);
    return;
  }
  const bytes = zipped
    ? await inflate(await readFile(file)).catch(() => null)
    : await readFile(file);
  if (bytes === null)
    yield reject(
      name,
      `is no sound gzip file, or inflates to more than ${INFLATED_MAX_BYTES} bytes or ${RATIO_MAX} times its size`,
    );
  else if (format === 'jsonl') yield* readJsonLines(name, Readable.from([bytes]), parsers);
  else
    for await (const item of readBytes(name, bytes, format, sidecar.metadata, parsers))
      yield 'document' in item
        ? { ...item, warnings: [...sidecar.warnings, ...item.warnings] }
        : item;
}

/** The name that tells a document's source: relative to the folder that was asked for, with `/` everywhere. */
const nameIn = (folder: string, file: string) =>
  path.relative(folder, file).split(path.sep).join('/');

function withDate(item: ReadItem, publishedOn: string | undefined): ReadItem {
  if (publishedOn === undefined || !('document' in item) || item.document.publishedOn !== null)
    return item;
  return { ...item, document: { ...item.document, publishedOn } };
}

/** A text from a pipe has no name of its own, and would displace the one before. */
function withContentName(item: ReadItem): ReadItem {
  if (!('document' in item) || item.document.source !== STDIN) return item;
  const source = item.document.id.replace('document:', `${STDIN}#`);
  return { ...item, document: { ...item.document, source } };
}

/** A parser says what to do about it; other errors are those of the file system. */
const reasonOf = (error: Error) =>
  error instanceof ReadError ? error.message : `cannot be read: ${error.message}`;

async function* readStdin(options: ReadOptions, parsers: Parsers): AsyncGenerator<ReadItem> {
  const { format = 'text' } = options;
  if (format === 'jsonl') {
    yield* readJsonLines(STDIN, process.stdin, parsers);
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length;
    // A device never ends.
    if (length > FILE_MAX_BYTES[format]) {
      yield reject(STDIN, tooLarge(format));
      return;
    }
    parts.push(part);
  }
  for await (const item of readBytes(STDIN, Buffer.concat(parts), format, {}, parsers))
    yield withContentName(item);
}

async function* readPath(
  given: string,
  options: ReadOptions,
  parsers: Parsers,
): AsyncGenerator<ReadItem> {
  if (given === '-') {
    yield* readStdin(options, parsers);
    return;
  }
  const isFolder = await stat(given).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const name = (file: string) => (isFolder ? nameIn(given, file) : path.basename(file));
  for await (const entry of filesOf(given, (file) => (file === given ? given : name(file)))) {
    if ('item' in entry) {
      yield entry.item;
      continue;
    }
    try {
      yield* readFileAt(entry.file, name(entry.file), options, parsers);
    } catch (error) {
      yield reject(name(entry.file), reasonOf(error as Error));
    }
  }
}

/**
 * Documents of files, folders (sorted) and `-`, the standard input. What cannot be read is told;
 * the rest goes on.
 * @param given parsers that run elsewhere; without them pages and feeds are parsed here
 */
export async function* readAll(
  paths: readonly string[],
  options: ReadOptions = {},
  given?: Parsers,
): AsyncGenerator<ReadItem> {
  const parsers = given ?? (await import('./parsers.ts')).PARSERS;
  for (const one of paths) {
    try {
      for await (const item of readPath(one, options, parsers))
        yield withDate(item, options.publishedOn);
    } catch (error) {
      yield reject(one, reasonOf(error as Error));
    }
  }
}

import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { decode, isBinary } from './decode.ts';
import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import { readJsonLines, STDIN } from './json-lines.ts';
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
const FILE_MAX_BYTES = 250_000_000;
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
): AsyncGenerator<ReadItem> {
  const raw = decode(given);
  if (raw.trim() === '') yield reject(file, 'is empty; there is nothing to read');
  else if (isBinary(raw)) yield reject(file, 'is no text; convert it first');
  else if (format === 'feed' || (format === 'text' && /^\s*<\?xml|^\s*<(?:rss|feed)\b/.test(raw)))
    yield* readFeed(file, raw);
  else if (format === 'html') {
    const page = readHtml(raw);
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
): AsyncGenerator<ReadItem> {
  const zipped = name.endsWith('.gz');
  const format =
    options.format ??
    BY_ENDING[path.extname(zipped ? name.slice(0, -3) : name).toLowerCase()] ??
    'text';
  if (format === 'jsonl' && !zipped) {
    yield* readJsonLines(name, createReadStream(file));
    return;
  }
  const { size } = await stat(file);
  if (size > FILE_MAX_BYTES) {
    yield reject(
      name,
      `is larger than ${FILE_MAX_BYTES} bytes; split it, or write it as JSON Lines`,
    );
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
  else if (format === 'jsonl') yield* readJsonLines(name, Readable.from([bytes]));
  else
    for await (const item of readBytes(name, bytes, format, sidecar.metadata))
      yield 'reject' in item
        ? item
        : { ...item, warnings: [...sidecar.warnings, ...item.warnings] };
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || /^readme\.md$/i.test(entry.name)) continue;
    if (entry.isDirectory()) yield* filesIn(full);
    else if (entry.isFile() && !entry.name.endsWith('.meta.json')) yield full;
  }
}

/** The name that tells a document's source: relative to the folder that was asked for, with `/` everywhere. */
const nameIn = (folder: string, file: string) =>
  path.relative(folder, file).split(path.sep).join('/');

function withDate(item: ReadItem, publishedOn: string | undefined): ReadItem {
  if (publishedOn === undefined || 'reject' in item || item.document.publishedOn !== null)
    return item;
  return { ...item, document: { ...item.document, publishedOn } };
}

/** Documents of files, folders (sorted) and `-`, the standard input. What cannot be read is told; the rest goes on. */
export async function* readAll(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  for (const given of paths) {
    try {
      for await (const item of readPath(given, options)) yield withDate(item, options.publishedOn);
    } catch (error) {
      yield reject(given, `cannot be read: ${(error as Error).message}`);
    }
  }
}

/** A text from a pipe has no name of its own, and would displace the one before. */
function withContentName(item: ReadItem): ReadItem {
  if ('reject' in item || item.document.source !== STDIN) return item;
  const source = item.document.id.replace('document:', `${STDIN}#`);
  return { ...item, document: { ...item.document, source } };
}

async function* readPath(given: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  if (given === '-') {
    if (options.format === 'jsonl') yield* readJsonLines(STDIN, process.stdin);
    else {
      const parts: Buffer[] = [];
      for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part);
      const bytes = Buffer.concat(parts);
      for await (const item of readBytes(STDIN, bytes, options.format ?? 'text', {}))
        yield withContentName(item);
    }
    return;
  }
  if (!existsSync(given)) {
    yield reject(given, 'does not exist; check the path');
    return;
  }
  if (!(await stat(given)).isDirectory()) {
    yield* readFileAt(given, path.basename(given), options);
    return;
  }
  for await (const file of filesIn(given)) {
    try {
      yield* readFileAt(file, nameIn(given, file), options);
    } catch (error) {
      yield reject(nameIn(given, file), `cannot be read: ${(error as Error).message}`);
    }
  }
}

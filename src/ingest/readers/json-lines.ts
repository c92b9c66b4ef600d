import type { Readable } from 'node:stream';
import { shortHash } from '../../model/ids.ts';
import type { Parsers } from './parsers.ts';
import { type Metadata, type ReadItem, reject, sourceDocument } from './record.ts';

/** Longer lines are skipped while they stream by, without being held. */
const LINE_MAX_BYTES = 10_000_000;

/**
 * What a pipe is called. Every pipe has this name: a document of one that has no id is told by its
 * content, or the next pipe's would displace it.
 */
export const STDIN = 'stdin';

interface Line {
  readonly number: number;
  readonly byteOffset: number;
  /** Null when it was too long. */
  readonly bytes: Buffer | null;
}

async function* linesOf(stream: Readable): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let offset = 0;
  let start = 0;
  const take = (): Line => {
    const line = {
      number,
      byteOffset: start,
      bytes: length > LINE_MAX_BYTES ? null : Buffer.concat(parts),
    };
    parts = [];
    length = 0;
    number++;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      length += at - from;
      if (length <= LINE_MAX_BYTES) parts.push(chunk.subarray(from, at));
      yield take();
      from = at + 1;
      start = offset + from;
    }
    length += chunk.length - from;
    if (length <= LINE_MAX_BYTES) parts.push(Buffer.from(chunk.subarray(from)));
    else parts = [];
    offset += chunk.length;
  }
  if (length > 0) yield take();
}

/**
 * @param lineOf the lines of the ids so far: a second record of an id would displace the first
 */
async function readLine(
  file: string,
  { number, byteOffset, bytes }: Line,
  lineOf: Map<string, number>,
  parsers: Parsers,
): Promise<ReadItem | null> {
  const at = { line: number, byteOffset };
  if (bytes === null)
    return reject(
      file,
      `line ${number} is longer than ${LINE_MAX_BYTES} bytes; split the document`,
      at,
    );
  const line = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (line === '') return null;
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return reject(
      file,
      `line ${number} is no JSON: ${(error as Error).message.slice(0, 120)}; write one object a line`,
      { ...at, text: line },
    );
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return reject(
      file,
      `line ${number} is no object; write {"text": "...", "title": "...", "publishedOn": "..."}`,
      { ...at, text: line },
    );
  const { text, body, content, html, id, date } = record as Record<string, unknown>;
  let page: Awaited<ReturnType<Parsers['html']>> = null;
  try {
    page = typeof html === 'string' ? await parsers.html(html) : null;
  } catch (error) {
    return reject(file, `line ${number} ${(error as Error).message}`, { ...at, text: line });
  }
  const raw =
    [text, body, content].find(
      (each): each is string => typeof each === 'string' && each.trim() !== '',
    ) ?? page?.text;
  if (raw === undefined)
    return reject(file, `line ${number} has no "text"; add it`, { ...at, text: line });
  const metadata: Metadata = { ...page?.metadata, ...(record as Metadata) };
  const named = typeof id === 'string' || typeof id === 'number';
  const unnamed = file === STDIN ? shortHash(line) : String(number);
  const name = named ? String(id) : unnamed;
  const first = lineOf.get(name);
  if (first !== undefined)
    return reject(
      file,
      `the id "${name}" occurs twice, in lines ${first} and ${number}; the first is kept: give each record an "id" of its own`,
      { ...at, text: line },
    );
  lineOf.set(name, number);
  return sourceDocument(`${file}#${name}`, bytes, raw, {
    ...metadata,
    publishedOn: metadata.publishedOn ?? (date as string | undefined) ?? null,
  });
}

/** One JSON object a line: `text` (or `body`, `content`, `html`), `title`, `url`, `publisher`, `publishedOn`, `id`. */
export async function* readJsonLines(
  file: string,
  stream: Readable,
  parsers: Parsers,
): AsyncGenerator<ReadItem> {
  const lineOf = new Map<string, number>();
  for await (const line of linesOf(stream)) {
    const item = await readLine(file, line, lineOf, parsers);
    if (item) yield item;
  }
}

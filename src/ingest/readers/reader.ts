import { decode } from './decode.ts';
import type { Metadata, ReadItem } from './record.ts';
import { Refusal } from './record.ts';

/** Bytes from the beginning by which a format is recognised. */
const HEAD_BYTES = 65_536;
/** Most bytes of formats that are held in memory as a whole. */
export const WHOLE_MAX = 64_000_000;

/** The beginning of a file, as bytes and text. Name and declared type only break ties. */
export interface Head {
  readonly bytes: Buffer;
  /** The decoded text without a byte-order mark. */
  readonly text: string;
  /** Lower-case ending of the name without that of compression: `.jsonl`. */
  readonly ending: string;
  /** The media type given by an archive, a mail or a crawl, such as `text/html`. */
  readonly declared: string | null;
}

/** What one file of the user may unfold to, including everything nested in it. */
export interface Budget {
  entries: number;
  bytes: number;
}

const budget = (): Budget => ({ entries: 10_000, bytes: 2_000_000_000 });

/** @throws Refusal when the archive holds more than it may */
export function spend(left: Budget, { entries = 0, bytes = 0 }: Partial<Budget>): void {
  left.entries -= entries;
  left.bytes -= bytes;
  if (left.entries < 0)
    throw new Refusal('holds more than 10000 files; unpack it, and give its folder');
  if (left.bytes < 0)
    throw new Refusal('unfolds to more than 2000000000 bytes; unpack it, and give its folder');
}

/** One file, entry of an archive, attachment, page of a crawl, or pipe. */
export interface Input {
  /** The name shown to the user: `a.zip!/b.html`. */
  readonly name: string;
  readonly head: Head;
  /** The charset declared outside of the content. */
  readonly charset: string | null;
  /** Metadata that outranks the content: a sidecar, the headers of a mail. */
  readonly given: Metadata;
  /** Metadata for what the content leaves open: the address of a crawl. */
  readonly fallback: Metadata;
  /** Number of archives around it. */
  readonly depth: number;
  readonly budget: Budget;
  /** Whether it is a pipe, whose documents are named by their content. */
  readonly unnamed: boolean;
  /** Bytes, if known in advance. */
  readonly size: number | null;
  /** The content; it can be read once. */
  chunks(): AsyncIterable<Buffer>;
}

/** The text and metadata of a page. */
export interface Article {
  readonly text: string;
  readonly metadata: Metadata;
}

/** What readers of archives and lists delegate: in an ingest, to a thread that can be stopped. */
export interface Reading {
  /** Reads an input inside this one with the reader that recognises it. */
  inner(input: Input): AsyncGenerator<ReadItem>;
  /** Reads the bytes of this input with the reader of a format. */
  whole(format: string, input: Input, bytes: Buffer): AsyncGenerator<ReadItem>;
  /** @returns null when the page has no article */
  html(page: string): Article | null | Promise<Article | null>;
}

/** One format. Of the readers in the registry, the first that recognises the content reads it. */
export interface Reader {
  readonly format: string;
  /** Most bytes of formats that are held in memory; null for those that are streamed. */
  readonly maxBytes: number | null;
  /** Recognises the format by content. */
  recognise(head: Head): boolean;
  /** @throws Refusal when the whole input cannot be used */
  read(input: Input, reading: Reading): AsyncGenerator<ReadItem> | Generator<ReadItem>;
}

/** @throws Refusal when the content is longer than `max` bytes */
export async function bytesOf(input: Input, max: number = WHOLE_MAX): Promise<Buffer> {
  const tooLarge = () =>
    new Refusal(
      `is larger than ${max} bytes; split it into documents, or write it as JSON Lines`,
      input.head.text,
    );
  if ((input.size ?? 0) > max) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of input.chunks()) {
    length += part.length;
    if (length > max) throw tooLarge();
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** The ending that describes the content: `.txt` of `a.txt.gz`. */
function endingOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  return /\.[a-z0-9]{1,12}$/i.exec(base)?.[0].toLowerCase() ?? '';
}

/** Reads the beginning of a stream, and returns it together with the whole stream. */
async function peek(
  stream: AsyncIterable<Buffer>,
): Promise<{ head: Buffer; chunks: () => AsyncIterable<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  const head = Buffer.concat(parts);
  async function* all() {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, chunks: all };
}

/** What is known of an input before its content is read. */
export interface Known {
  readonly name: string;
  readonly declared?: string | null;
  readonly charset?: string | null;
  readonly given?: Metadata;
  readonly fallback?: Metadata;
  readonly depth?: number;
  readonly left?: Budget;
  readonly unnamed?: boolean;
  readonly size?: number | null;
}

export async function openInput(
  {
    name,
    declared = null,
    charset = null,
    given = {},
    fallback = {},
    depth = 0,
    left = budget(),
    unnamed = false,
    size = null,
  }: Known,
  stream: AsyncIterable<Buffer>,
): Promise<Input> {
  const { head, chunks } = await peek(stream);
  const bytes = head.subarray(0, HEAD_BYTES);
  const text = decode(bytes, { charset, cut: head.length >= HEAD_BYTES }).text;
  return {
    name,
    head: { bytes, text, ending: endingOf(name), declared },
    charset,
    given,
    fallback,
    depth,
    budget: left,
    unnamed,
    size,
    chunks,
  };
}

/** Bytes as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Opens bytes as an input inside another one. */
export function innerInput(outer: Input, known: Known, bytes: Uint8Array): Promise<Input> {
  spend(outer.budget, { entries: 1, bytes: bytes.length });
  const { given, fallback, depth, budget: left } = outer;
  return openInput({ given, fallback, ...known, depth: depth + 1, left }, once(bytes));
}

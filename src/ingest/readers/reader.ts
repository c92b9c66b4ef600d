import { decode } from './decode.ts';
import type { Metadata, ReadItem } from './record.ts';
import { Refusal } from './record.ts';

/** What a format is told by: the beginning of the content. */
const HEAD_BYTES = 65_536;
/** Formats that are read as a whole are held in memory. */
export const WHOLE_MAX = 64_000_000;

/** The beginning of a file, as bytes and as text. Name and declared type only decide between equals. */
export interface Head {
  readonly bytes: Buffer;
  /** Decoded; without a byte-order mark. */
  readonly text: string;
  /** Lower-case ending of the name, without that of compression: `.jsonl`. */
  readonly ending: string;
  /** The media type that an archive, a mail or a crawl declares, such as `text/html`. */
  readonly declared: string | null;
}

/** What one file given by the user may unfold to, with all that lies in it. */
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

/** One file, an entry of an archive, an attachment, a page of a crawl, or what a pipe sends. */
export interface Input {
  /** As told to the user: `a.zip!/b.html`. */
  readonly name: string;
  readonly head: Head;
  /** The charset that was declared outside of the content. */
  readonly charset: string | null;
  /** Outranks what the content says of itself: a sidecar, the headers of a mail. */
  readonly given: Metadata;
  /** Used where the content says nothing: the address of a crawl. */
  readonly fallback: Metadata;
  /** How many archives it lies in. */
  readonly depth: number;
  readonly budget: Budget;
  /** Whether every pipe has this name, so that its documents are told by their content. */
  readonly unnamed: boolean;
  /** In bytes, where it is known before it is read. */
  readonly size: number | null;
  /** The content, once. */
  chunks(): AsyncIterable<Buffer>;
}

/** What a page gave. */
export interface Article {
  readonly text: string;
  readonly metadata: Metadata;
}

/** What readers of archives and lists leave to others: in an ingest, to a thread that can be ended. */
export interface Reading {
  /** Reads an input that lies in this one, by whatever reader knows it. */
  inner(input: Input): AsyncGenerator<ReadItem>;
  /** Reads the bytes of this input by the reader of a format. */
  whole(format: string, input: Input, bytes: Buffer): AsyncGenerator<ReadItem>;
  /** @returns null when the page has no article */
  html(page: string): Article | null | Promise<Article | null>;
}

/** One format. Readers are asked in the order of the registry; the first that knows the content reads it. */
export interface Reader {
  readonly format: string;
  /** Formats that are held in memory say how many bytes at most; the others stream. */
  readonly maxBytes: number | null;
  /** By content. */
  recognise(head: Head): boolean;
  /** @throws Refusal when the whole input cannot be used */
  read(input: Input, reading: Reading): AsyncGenerator<ReadItem> | Generator<ReadItem>;
}

/** The whole content. @throws Refusal when it is longer than `max` bytes */
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

/** The ending that tells of the content: of `a.txt.gz` it is `.txt`. */
function endingOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  return /\.[a-z0-9]{1,12}$/i.exec(base)?.[0].toLowerCase() ?? '';
}

/** Looks at the beginning of a stream without losing it. */
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

/** What is known of an input before its content is seen. */
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

/** Bytes that are at hand, as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An input of bytes that are at hand, inside another one. */
export function innerInput(outer: Input, known: Known, bytes: Uint8Array): Promise<Input> {
  spend(outer.budget, { entries: 1, bytes: bytes.length });
  const { given, fallback, depth, budget: left } = outer;
  return openInput({ given, fallback, ...known, depth: depth + 1, left }, once(bytes));
}

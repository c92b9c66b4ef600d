import { ReadError } from '../../errors.ts';
import { gzipReader } from './archives/gzip.ts';
import { tarReader } from './archives/tar.ts';
import { warcReader } from './archives/warc.ts';
import { zipReader } from './archives/zip.ts';
import { htmlReader } from './html/html.ts';
import { mailReader } from './mail/mail.ts';
import { mboxReader } from './mail/mbox.ts';
import { officeReader } from './paged/office.ts';
import { pdfReader } from './paged/pdf.ts';
import { rtfReader } from './paged/rtf.ts';
import { subtitlesReader } from './prose/subtitles.ts';
import { markdownReader, textReader } from './prose/text.ts';
import {
  type Article,
  bytesOf,
  type Head,
  type Input,
  type Known,
  once,
  openInput,
  type Reader,
  type Reading,
} from './reader.ts';
import { type ReadItem, Refusal, reject, skip } from './record.ts';
import { refusalOf } from './refused.ts';
import type { FileNames } from './sources/file-names.ts';
import { csvReader } from './structured/csv.ts';
import { feedReader } from './structured/feed.ts';
import { jsonReader } from './structured/json.ts';
import { jsonLinesReader } from './structured/json-lines.ts';
import { mediawikiReader } from './structured/mediawiki.ts';
import { wikitextReader } from './structured/wikitext.ts';

/** Formats recognised by a unique beginning of their bytes. */
const BY_MAGIC = [gzipReader, zipReader, tarReader, pdfReader, rtfReader, warcReader] as const;
/** Formats recognised by their text, the most certain first; plain text takes the rest. */
const BY_TEXT = [
  feedReader,
  mediawikiReader,
  htmlReader,
  jsonLinesReader,
  jsonReader,
  mboxReader,
  mailReader,
  subtitlesReader,
  markdownReader,
  wikitextReader,
  csvReader,
  textReader,
] as const;

/** Every format. A new one is a file with a `Reader`, and an entry in this list. */
const READERS: readonly Reader[] = [...BY_MAGIC, officeReader, ...BY_TEXT];

export const FORMATS: readonly string[] = READERS.map(({ format }) => format);
export type Format = string;

/** @throws Refusal when no reader recognises the content */
async function readerOf(head: Head): Promise<Reader> {
  const magic = BY_MAGIC.find((reader) => reader.recognise(head));
  if (magic) return magic;
  const known = BY_TEXT.find(
    (reader) => reader !== markdownReader && reader !== textReader && reader.recognise(head),
  );
  const wide = head.text !== '' && known;
  if (wide && (known === feedReader || known === htmlReader || known === mediawikiReader))
    return known;
  const refused = await refusalOf(head);
  if (refused)
    throw new Refusal(`is ${refused.name}, which is not read; ${refused.remedy}`, head.text);
  return BY_TEXT.find((reader) => reader.recognise(head))!;
}

const byFormat = (format: string) => READERS.find((reader) => reader.format === format);

/** @param format set by the user; packed files are still unpacked */
async function choose({ head }: Input, format: Format | undefined): Promise<Reader> {
  if (format === undefined || gzipReader.recognise(head)) return readerOf(head);
  return byFormat(format) ?? readerOf(head);
}

function told(name: string, error: unknown): ReadItem {
  if (error instanceof Refusal) return reject(name, error.message, { text: error.text });
  if (error instanceof ReadError) return reject(name, error.message);
  if (error instanceof RangeError)
    return reject(name, 'is nested too deep, or too large; split it');
  return reject(name, `cannot be read: ${(error as Error).message}`);
}

/** What is known of an input, as plain data that can be sent to a thread. */
const plainOf = ({
  name,
  head,
  charset,
  given,
  fallback,
  depth,
  budget,
  unnamed,
}: Input): Known => ({
  name,
  declared: head.declared,
  charset,
  given,
  fallback,
  depth,
  left: budget,
  unnamed,
});

/**
 * Readers of structured formats, which a hostile file may make slow or large: an ingest runs them
 * in a thread that can be terminated. Arguments and results are plain data.
 */
export const PARSERS = {
  /** Imported with the first page, because programs that read in threads do not need it. */
  html: async (page: string): Promise<Article | null> =>
    (await import('./html/article.ts')).readHtml(page),
  async read(format: Format, known: Known, bytes: Uint8Array): Promise<ReadItem[]> {
    const items: ReadItem[] = [];
    try {
      const input = await openInput(known, once(bytes));
      for await (const item of byFormat(format)!.read(input, readingOf(PARSERS))) items.push(item);
    } catch (error) {
      items.push(told(known.name, error));
    }
    return items;
  },
};

type Asynchronous<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<Awaited<R>>
    : never;
};
export type Parsers = Asynchronous<typeof PARSERS>;

/** The caller's choice: a format for all inputs, and where parsers run. */
export interface Choice {
  readonly format?: Format | undefined;
  readonly parsers?: Parsers;
  /** Of the run, where several files or folders are given. */
  readonly names?: FileNames | undefined;
}

function readingOf(parsers: Parsers, format?: Format): Reading {
  return {
    inner: (inside) => readInput(inside, { format, parsers }),
    html: (page) => parsers.html(page),
    async *whole(of, input, bytes) {
      yield* await parsers.read(of, plainOf(input), bytes);
    },
  };
}

/** Reads an input with the reader that recognises it; an unknown one is rejected by name. */
export async function* readInput(
  input: Input,
  { format, parsers = PARSERS }: Choice = {},
): AsyncGenerator<ReadItem> {
  // A feed or an export may be empty on a day without news.
  if (input.head.bytes.length === 0) return yield skip(input.name, 'is empty');
  try {
    const reader = await choose(input, format);
    const reading = readingOf(parsers, format);
    if (reader.maxBytes === null) yield* reader.read(input, reading);
    else yield* reading.whole(reader.format, input, await bytesOf(input, reader.maxBytes));
  } catch (error) {
    yield told(input.name, error);
  }
}

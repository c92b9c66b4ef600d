import { decodeHTML } from 'entities';
import { shortHash } from '../../model/ids.ts';
import { hasMarkup } from './html/html.ts';
import { meaningOf, metadataOf, plainValue, valuesOf } from './keys.ts';
import type { Input, Reading } from './reader.ts';
import {
  headed,
  type Metadata,
  mergeMetadata,
  type ReadItem,
  reject,
  sourceDocument,
} from './record.ts';

export type Entries = readonly (readonly [key: string, value: unknown])[];

/** The text of a record, read as a page where it is one. */
export interface RecordText {
  readonly text: string;
  /** Whether it was read as a page, so that it differs from the record's text. */
  readonly markup: boolean;
  readonly page: Metadata;
}

/** Keys of an object that only wraps a text; an object with more keys is a record. */
const WRAPPED = ['rendered', '#text', 'plain', 'value', '@value', '_'];

/** Most levels of blocks within blocks. */
const BLOCKS_DEEP = 6;
/** Keys of an editor's blocks that hold their text or the blocks within them. */
const OF_BLOCK = ['text', 'html', 'content', 'data', 'children', 'body', 'value', 'items'];
/** What a block has not, and a record of its own has. */
const OF_RECORD: ReadonlySet<string | null> = new Set(['title', 'url', 'publishedOn']);

/** The text of a block of an editor: `{type: 'paragraph', data: {text: '…'}}`. */
function blockText(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > BLOCKS_DEEP) return null;
  if (Array.isArray(value)) {
    const parts = value.map((each) => blockText(each, depth + 1) ?? '').filter(Boolean);
    const isLine = value.some((each) => /^(?:text|link)$/.test(each?.type ?? ''));
    return parts.length === 0 ? null : parts.join(isLine ? '' : '\n\n');
  }
  for (const key of OF_BLOCK) {
    const text = blockText((value as Record<string, unknown>)[key], depth + 1);
    if (text !== null) return text;
  }
  return null;
}

/** Whether a list holds the blocks of one text, not records of their own. */
const areBlocks = (list: readonly unknown[]) =>
  list.every(
    (each) =>
      typeof each === 'string' ||
      (typeof each === 'object' &&
        each !== null &&
        !Object.keys(each).some((key) => OF_RECORD.has(meaningOf(key)))),
  );

/** A text, a list of paragraphs or blocks, or an object around a text. */
function textValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return areBlocks(value) ? blockText(value) : null;
  const inner = WRAPPED.map((key) => (value as Record<string, unknown>)[key]);
  return (inner.find((each) => typeof each === 'string') as string | undefined) ?? null;
}

/** @param html reads a page, here or in a thread */
export async function recordText(
  entries: Entries,
  html: Reading['html'],
): Promise<RecordText | null> {
  for (const key of ['text', 'html'] as const)
    for (const value of valuesOf(entries, key)) {
      const raw = textValue(value);
      if (raw === null || raw.trim() === '' || /^\d+$/.test(raw)) continue;
      const markup = hasMarkup(raw) ? raw : /&lt;\/?[a-z]/i.test(raw) ? decodeHTML(raw) : raw;
      if (!hasMarkup(markup)) return { text: raw, markup: false, page: {} };
      const page = await html(markup);
      if (page !== null) return { text: page.text, markup: true, page: page.metadata };
    }
  return null;
}

/** A record with a text, at any depth of the file. */
export interface FoundRecord {
  readonly entries: Entries;
  readonly found: RecordText;
  /** Metadata from the objects around it. */
  readonly outer?: Metadata;
}

/** Ids of a record, best first. */
export const idsOf = (entries: Entries): string[] =>
  valuesOf(entries, 'id').flatMap((value) => plainValue(value) ?? []);

/** Objects with the metadata of the record around them. */
const NESTED = /^_?meta(?:data)?$/i;
const nestedIn = (entries: Entries): Entries =>
  entries.flatMap(([key, value]) =>
    NESTED.test(key) && typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );

/** Keys that are ignored without a warning. */
const SILENT = /^(?:@?context|@?type|_index|_score|_type|_id|version|status)$/;

/** Reads a file's records, and collects unread keys for one warning. */
export class RecordReader {
  readonly #input: Input;
  readonly #placeOf = new Map<string, string>();
  readonly #unread = new Set<string>();
  readonly #shared: ReadonlySet<string>;

  /** @param shared ids that several records of the file have, and which identify none */
  constructor(input: Input, shared: ReadonlySet<string> = new Set()) {
    this.#input = input;
    this.#shared = shared;
  }

  /**
   * @param place of the record in messages: `line 3`
   * @param unnamedAs name of a record without an id
   * @param identity bytes from which the document's id is made
   */
  read(
    { entries, found, outer = {} }: FoundRecord,
    place: string,
    unnamedAs: string,
    identity: Buffer,
    at: { line?: number; byteOffset?: number; text?: string } = {},
  ): ReadItem {
    const nested = nestedIn(entries);
    for (const [key] of nested.length > 0 ? entries.filter(([key]) => !NESTED.test(key)) : entries)
      if (meaningOf(key) === null && !SILENT.test(key) && this.#unread.size < 50)
        this.#unread.add(key);
    const { given, fallback, name: file, unnamed } = this.#input;
    const id = idsOf(entries).find((value) => !this.#shared.has(value));
    const byContent = unnamed || this.#placeOf.has(unnamedAs);
    const name = id ?? (byContent ? shortHash(identity.toString()) : unnamedAs);
    const first = this.#placeOf.get(name);
    if (first !== undefined)
      return reject(
        file,
        `the id "${name}" occurs twice, in ${first} and ${place}; the first is kept: give each record an "id" of its own`,
        at,
      );
    this.#placeOf.set(name, place);
    const own = metadataOf(entries);
    const metadata = mergeMetadata(given, own, metadataOf(nested), outer, found.page, fallback);
    return sourceDocument(
      `${file}#${name}`,
      identity,
      found.markup ? headed(own.title, found.text) : found.text,
      metadata,
    );
  }

  /** Warnings about the whole file. */
  *warnings(): Generator<ReadItem> {
    if (this.#unread.size > 0)
      yield {
        warning: `${this.#input.name}: not read: ${[...this.#unread].slice(0, 20).join(', ')}; docs/formats.md names the keys that are`,
      };
  }
}

import { decodeHTMLStrict } from 'entities';
import type { SourceDocument } from '../../model/extraction.ts';
import { documentId } from '../../model/ids.ts';
import { readDate } from './date.ts';

/** What is known of a document beside its text. */
export interface Metadata {
  readonly title?: string | null;
  readonly url?: string | null;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
  readonly language?: string | null;
}

/** A record that could not be used, for `rejects.jsonl`. */
export interface Reject {
  readonly file: string;
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly reason: string;
  /** Its first characters. */
  readonly excerpt: string;
}

/** What was left out on purpose, such as the pictures of a saved page. */
export interface Skip {
  readonly file: string;
  readonly reason: string;
}

export type ReadItem =
  | { readonly document: SourceDocument; readonly warnings: readonly string[] }
  | { readonly reject: Reject }
  | { readonly skip: Skip }
  /** Said of a whole file: a charset that was guessed, keys that are not read. */
  | { readonly warning: string };

/** Raised by a reader when its input cannot be used; the message says what it is and what to do. */
export class Refusal extends Error {
  readonly text: string;
  constructor(reason: string, text = '') {
    super(reason);
    this.text = text;
  }
}

const EXCERPT = 200;

export function reject(
  file: string,
  reason: string,
  at: { line?: number; byteOffset?: number; text?: string } = {},
): ReadItem {
  return {
    reject: {
      file,
      line: at.line ?? null,
      byteOffset: at.byteOffset ?? null,
      reason,
      excerpt: (at.text ?? '').slice(0, EXCERPT),
    },
  };
}

export const skip = (file: string, reason: string): ReadItem => ({ skip: { file, reason } });

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;

/** A title or a name, in which exporters leave the entities of HTML, at times escaped twice. */
function label(value: unknown): string | null {
  const given = text(value);
  return given?.includes('&') ? text(decodeHTMLStrict(decodeHTMLStrict(given))) : given;
}

function url(value: unknown): string | null {
  const given = text(value);
  return given !== null && URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)
    ? given
    : null;
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const CODES =
  'en de fr es it pt nl sv da no fi pl cs ro hu tr id vi uk ru ko ja zh fa ar he hi el th bn'.split(
    ' ',
  );
const CODE_OF = new Map(CODES.map((code) => [LANGUAGE_NAMES.of(code)!.toLowerCase(), code]));

/** `en-US`, `EN_gb` and `English` are `en`. */
function language(value: unknown): string | null {
  const given = (text(value) ?? '').toLowerCase();
  return CODE_OF.get(given) ?? /^[a-z]{2,3}(?=$|[-_])/.exec(given)?.[0] ?? null;
}

/** For each key the first that says something: `first` outranks the ones behind it. */
export function mergeMetadata(...ranked: readonly (Metadata | undefined)[]): Metadata {
  const merged: Record<string, unknown> = {};
  for (const metadata of ranked)
    for (const [key, value] of Object.entries(metadata ?? {}))
      if (value !== null && value !== undefined && value !== '') merged[key] ??= value;
  return merged;
}

/** The title as the first paragraph, unless the text begins with it. */
export function headed(title: string | null | undefined, body: string): string {
  const line = label(title);
  return line === null || body.trimStart().startsWith(line) ? body : `${line}\n\n${body}`;
}

/**
 * @param bytes what identifies the document: its bytes, or its record's
 * @param pages where each page starts in `raw`, for formats that have pages
 */
export function sourceDocument(
  source: string,
  bytes: Uint8Array,
  raw: string,
  metadata: Metadata,
  pages: readonly number[] | null = null,
): ReadItem {
  const given: unknown = metadata.publishedOn;
  const publishedOn = readDate(text(given));
  const warnings: string[] = [];
  if (given != null && given !== '' && publishedOn === null)
    warnings.push(
      `${source}: publishedOn ${JSON.stringify(given).slice(0, 80)} is no date; write it as 2025-10-31. Relative dates stay unresolved.`,
    );
  return {
    document: {
      id: documentId(bytes),
      source,
      raw,
      title: label(metadata.title),
      url: url(metadata.url),
      publisher: label(metadata.publisher),
      publishedOn,
      language: language(metadata.language),
      ...(pages === null ? {} : { pages }),
    },
    warnings,
  };
}

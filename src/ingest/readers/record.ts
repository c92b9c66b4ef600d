import { decodeHTMLStrict } from 'entities';
import type { SourceDocument } from '../../model/extraction.ts';
import { documentId } from '../../model/ids.ts';
import { orderOfPlace } from '../text/day-order.ts';
import { squash } from '../text/text.ts';
import { openFigures, readDate } from './date.ts';

/** Metadata of a document. */
export interface Metadata {
  readonly title?: string | null;
  readonly url?: string | null;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
  readonly language?: string | null;
}

/** A record that could not be used, as a line of `rejects.jsonl`. */
export interface Reject {
  readonly file: string;
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly reason: string;
  /** Its first characters. */
  readonly excerpt: string;
}

/** A file left out on purpose, such as a picture of a saved page. */
export interface Skip {
  readonly file: string;
  readonly reason: string;
}

export type ReadItem =
  | { readonly document: SourceDocument; readonly warnings: readonly string[] }
  | { readonly reject: Reject }
  | { readonly skip: Skip }
  /** A warning about a whole file: a guessed charset, unread keys. */
  | { readonly warning: string };

/** Thrown by a reader that cannot use its input; the message says what it is and what to do. */
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
  typeof value === 'string' && value.trim() !== '' ? squash(value) : null;

/** A title or name; exporters leave HTML entities in it, sometimes escaped twice. */
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

/**
 * A language as a code: `de` of `de-AT` and `German`. English keeps its country, `en-GB` of
 * `EN_gb`, which tells the order in numeric dates.
 */
function language(value: unknown): string | null {
  const given = (text(value) ?? '').toLowerCase();
  const [, code, country] = /^([a-z]{2,3})(?:[-_]([a-z]{2}|\d{3}))?(?=$|[-_.])/.exec(given) ?? [];
  const tag = code === 'en' && country ? `en-${country.toUpperCase()}` : code;
  return CODE_OF.get(given) ?? tag ?? null;
}

/** The first non-empty value of each key; earlier arguments outrank later ones. */
export function mergeMetadata(...ranked: readonly (Metadata | undefined)[]): Metadata {
  const merged: Record<string, unknown> = {};
  for (const metadata of ranked)
    for (const [key, value] of Object.entries(metadata ?? {}))
      if (value !== null && value !== undefined && value !== '') merged[key] ??= value;
  return merged;
}

/** The text with its title as first paragraph, unless it begins with it. */
export function headed(title: string | null | undefined, body: string): string {
  const line = label(title);
  return line === null || body.trimStart().startsWith(line) ? body : `${line}\n\n${body}`;
}

/**
 * @param bytes that identify the document: its own, or its record's
 * @param pages offsets of the pages in `raw`, for formats that have pages
 */
export function sourceDocument(
  source: string,
  bytes: Uint8Array,
  raw: string,
  metadata: Metadata,
  pages: readonly number[] | null = null,
): ReadItem {
  const given: unknown = metadata.publishedOn;
  const [address, tongue] = [url(metadata.url), language(metadata.language)];
  const publishedOn = readDate(text(given), orderOfPlace(tongue, address));
  const warnings: string[] = [];
  if (given != null && given !== '' && publishedOn === null)
    warnings.push(
      `${source}: publishedOn ${JSON.stringify(given).slice(0, 80)} is no date${
        openFigures(String(given)) === null ? '' : ', for it may be two days'
      }; write it as 2025-10-31. Relative dates stay unresolved.`,
    );
  return {
    document: {
      id: documentId(bytes),
      source,
      raw,
      title: label(metadata.title),
      url: address,
      publisher: label(metadata.publisher),
      publishedOn,
      language: tongue,
      ...(pages === null ? {} : { pages }),
    },
    warnings,
  };
}

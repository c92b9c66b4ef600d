import { isFuzzyDate } from '../../model/dates.ts';
import type { SourceDocument } from '../../model/extraction.ts';
import { documentId } from '../../model/ids.ts';

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

export type ReadItem =
  | { readonly document: SourceDocument; readonly warnings: readonly string[] }
  | { readonly reject: Reject };

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

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function url(value: unknown): string | null {
  const given = text(value);
  return given !== null && URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)
    ? given
    : null;
}

/** A date as exact as it is given: a day of a full timestamp, or a year or month as they stand. */
function readDate(value: unknown): string | null {
  const given = text(value);
  if (given === null) return null;
  const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/.exec(given)?.[0];
  if (plain) return isFuzzyDate(plain) ? plain : null;
  const parsed = Date.parse(given);
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().slice(0, 10);
}

/** @param bytes what identifies the document: its bytes, or its record's */
export function sourceDocument(
  source: string,
  bytes: Uint8Array,
  raw: string,
  metadata: Metadata,
): ReadItem {
  const publishedOn = readDate(metadata.publishedOn);
  const warnings: string[] = [];
  if (text(metadata.publishedOn) !== null && publishedOn === null)
    warnings.push(
      `${source}: publishedOn "${metadata.publishedOn}" is no date; write it as 2025-10-31. Relative dates stay unresolved.`,
    );
  return {
    document: {
      id: documentId(bytes),
      source,
      raw,
      title: text(metadata.title),
      url: url(metadata.url),
      publisher: text(metadata.publisher),
      publishedOn,
      language: text(metadata.language),
    },
    warnings,
  };
}

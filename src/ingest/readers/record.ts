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

export type ReadItem =
  | { readonly document: SourceDocument; readonly warnings: readonly string[] }
  | { readonly reject: Reject }
  | { readonly warning: string };

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

/** @param bytes what identifies the document: its bytes, or its record's */
export function sourceDocument(
  source: string,
  bytes: Uint8Array,
  raw: string,
  metadata: Metadata,
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
      title: text(metadata.title),
      url: url(metadata.url),
      publisher: text(metadata.publisher),
      publishedOn,
      language: text(metadata.language),
    },
    warnings,
  };
}

import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import { shortHash } from '../../model/ids.ts';
import { OWN_PROPERTIES } from '../../model/relationship-properties.ts';
import type { Identity } from '../resolve/identity/identity.ts';
import { type Fingerprint, fingerprintOf } from '../resolve/reprints.ts';
import { type EntityRow, entityRows, type StatementRow, statementRows } from './rows.ts';
import type { Evidence } from './summary.ts';

/** All that is written of a document, apart from its story. */
export interface Prepared {
  readonly id: string;
  readonly source: string;
  /** Hash of what the graph's content depends on: if it is unchanged, nothing is written. */
  readonly hash: string;
  /** Version of the extractor. */
  readonly extractor: string;
  readonly fingerprint: Fingerprint | null;
  readonly properties: Readonly<Record<string, string | readonly number[] | null>>;
  readonly entities: readonly EntityRow[];
  readonly statements: readonly StatementRow[];
}

/** @param extractor version of the extractor */
export function contentHash(source: SourceDocument, extractor: string): string {
  const { id, title, url, publisher, publishedOn } = source;
  return shortHash(id, title, url, publisher, publishedOn, extractor);
}

/** @param now time of reading, in ISO 8601 */
export function prepare(
  source: SourceDocument,
  extraction: Extraction,
  ids: ReadonlyMap<string, Identity>,
  now: string,
): Prepared {
  const { id, title, url, publisher, publishedOn } = source;
  const hash = contentHash(source, extraction.extractor);
  const fingerprint = fingerprintOf(extraction.text);
  return {
    id,
    source: source.source,
    hash,
    extractor: extraction.extractor,
    fingerprint,
    properties: {
      ...(fingerprint && {
        signature: fingerprint.signature,
        ...Object.fromEntries(fingerprint.bands.map((band, at) => [`band${at}`, band])),
      }),
      id,
      source: source.source,
      title: title ?? extraction.title,
      url,
      publisher,
      publishedOn,
      language: extraction.language,
      text: extraction.text,
      skipped: extraction.skipped,
      contentHash: hash,
      ingestedAt: now,
    },
    entities: entityRows(extraction, ids),
    statements: statementRows(source, extraction, ids, now),
  };
}

const OWN = Object.keys(OWN_PROPERTIES);

/** A statement as evidence for its relationship. */
export function evidenceOf(
  { properties }: StatementRow,
  documentId: string,
  story: string,
): Evidence {
  const own: Record<string, string | number | null> = {};
  for (const name of OWN) if (properties[name] != null) own[name] = properties[name] as never;
  return {
    confidence: properties.confidence as number,
    modality: properties.modality as Evidence['modality'],
    documentId,
    story,
    publishedOn: properties.publishedOn as string | null,
    properties: own,
  };
}

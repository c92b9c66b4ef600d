import { identify } from '../../src/ingest/resolve/identity/identity.ts';
import { type Prepared, prepare } from '../../src/ingest/write/prepare.ts';
import type {
  ExtractedEntity,
  ExtractedStatement,
  SourceDocument,
} from '../../src/model/extraction.ts';

/** Where tests that do not look at places have everything. */
export const SPAN = { start: 0, end: 5, rawStart: 0, rawEnd: 5 };

export const entityTold = (
  key: string,
  kind: ExtractedEntity['kind'],
  name: string,
  properties: ExtractedEntity['properties'] = {},
): ExtractedEntity => ({
  key,
  kind,
  name,
  unnamed: false,
  aliases: [],
  externalIds: [],
  lexiconId: null,
  properties,
  mentions: [SPAN],
});

/** A document as a reader of tests found these entities and statements in it. */
export function preparedTold(
  document: SourceDocument,
  entities: readonly ExtractedEntity[],
  statements: readonly ExtractedStatement[],
): Prepared {
  const extraction = {
    text: document.raw,
    title: null,
    language: 'en',
    extractor: 'test',
    entities,
    statements,
    doubtful: 0,
    skipped: null,
    warnings: [],
  };
  const ids = identify(document, extraction, { agreements: new Map() });
  return prepare(document, extraction, ids, '2026-01-01T00:00:00.000Z');
}

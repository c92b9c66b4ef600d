import { identify } from '../../../src/ingest/resolve/identity/identity.ts';
import { type Prepared, prepare } from '../../../src/ingest/write/prepare.ts';
import type {
  ExtractedEntity,
  ExtractedStatement,
  SourceDocument,
} from '../../../src/model/extraction.ts';

const SPAN = { start: 0, end: 5, rawStart: 0, rawEnd: 5 };

interface Person {
  readonly name: string;
  readonly title?: string;
  /** Code of two capitals. */
  readonly country?: string;
}

function entity(key: string, kind: ExtractedEntity['kind'], name: string): ExtractedEntity {
  const iso2: ExtractedEntity['properties'] = kind === 'Country' ? { iso2: name } : {};
  return {
    key,
    kind,
    name,
    unnamed: false,
    aliases: [],
    externalIds: [],
    lexiconId: null,
    properties: iso2,
    mentions: [SPAN],
  };
}

/** A document that names one person, with an office where one is given. */
export function told(
  source: string,
  publishedOn: string,
  { name, title, country }: Person,
  version = 'first',
): Prepared {
  const document: SourceDocument = {
    id: `document:${source}-${version}`,
    source,
    raw: name,
    title: null,
    url: null,
    publisher: null,
    publishedOn,
    language: 'en',
  };
  const entities = [
    entity('e1', 'Person', name),
    ...(country ? [entity('e2', 'Country', country)] : []),
  ];
  const office: ExtractedStatement = {
    type: 'HOLDS_POSITION',
    subject: 'e1',
    object: 'e2',
    property: null,
    value: null,
    properties: { title: title ?? null },
    quote: SPAN,
    spans: { subject: SPAN, object: SPAN },
    confidence: 0.9,
    modality: 'asserted',
    attribution: null,
  };
  const extraction = {
    text: name,
    title: null,
    language: 'en',
    extractor: 'test',
    entities,
    statements: country ? [office] : [],
    doubtful: 0,
    skipped: null,
    warnings: [],
  };
  const ids = identify(document, extraction, { agreements: new Map() });
  return prepare(document, extraction, ids, '2026-01-01T00:00:00.000Z');
}

import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import type { ExtractedStatement, SourceDocument } from '../../../src/model/extraction.ts';
import { entityTold, preparedTold, SPAN } from '../told-parts.ts';

interface Person {
  readonly name: string;
  readonly title?: string;
  /** Code of two capitals. */
  readonly country?: string;
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
    entityTold('e1', 'Person', name),
    ...(country ? [entityTold('e2', 'Country', country, { iso2: country })] : []),
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
  return preparedTold(document, entities, country ? [office] : []);
}

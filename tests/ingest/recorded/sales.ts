import { identify } from '../../../src/ingest/resolve/identity/identity.ts';
import { type Prepared, prepare } from '../../../src/ingest/write/prepare.ts';
import type { ExtractedEntity, ExtractedStatement } from '../../../src/model/extraction.ts';

const SPAN = { start: 0, end: 5, rawStart: 0, rawEnd: 5 };
/** Places of ends, so that no two statements are of one place. */
let place = 0;

const entity = (
  kind: ExtractedEntity['kind'],
  name: string,
  properties: ExtractedEntity['properties'] = {},
): ExtractedEntity => ({
  key: name,
  kind,
  name,
  unnamed: false,
  aliases: [],
  externalIds: [],
  lexiconId: null,
  properties,
  mentions: [SPAN],
});

/** A document on one sale of helicopters, and on who operates them. */
export function saleTold(
  source: string,
  publishedOn: string,
  { stage, value, buyer }: { stage: string; value: number; buyer: string },
): Prepared {
  const sale = entity('ArmsSale', 'Sale of Kestrel helicopters');
  const seller = entity('Country', 'US', { iso2: 'US' });
  const bought = entity('Country', buyer, { iso2: buyer });
  const system = entity('WeaponSystem', 'Kestrel', { kind: 'helicopter' });
  const said = (more: Partial<ExtractedStatement>): ExtractedStatement => ({
    type: 'SOLD_TO',
    subject: sale.key,
    object: bought.key,
    property: null,
    value: null,
    properties: {},
    quote: SPAN,
    spans: { subject: { start: place++, end: 5 }, object: { start: place++, end: 9 } },
    confidence: 0.8,
    modality: 'asserted',
    attribution: null,
    ...more,
  });
  place = 0;
  const told = { type: 'PROPERTY', object: null } as const;
  const text = `${buyer} buys Kestrel helicopters: ${source} ${publishedOn}`;
  const document = {
    id: `document:${source}-${publishedOn}`,
    source,
    raw: text,
    title: `Kestrel for ${buyer}`,
    url: null,
    publisher: null,
    publishedOn,
    language: 'en',
  };
  const extraction = {
    text,
    title: null,
    language: 'en',
    extractor: 'test',
    entities: [sale, seller, bought, system],
    statements: [
      said({}),
      said({
        type: 'APPROVED_SALE',
        subject: seller.key,
        object: sale.key,
        properties: { on: publishedOn },
      }),
      said({ type: 'INCLUDES', object: system.key, properties: { quantity: 12 } }),
      said({ type: 'OPERATES', subject: bought.key, object: system.key, modality: 'planned' }),
      said({ ...told, property: 'stage', value: stage }),
      said({
        ...told,
        property: 'value',
        value: String(value),
        properties: { currency: 'USD', valueText: `$${value}` },
      }),
    ],
    doubtful: 0,
    skipped: null,
    warnings: [],
  };
  const ids = identify(document, extraction, { agreements: new Map() });
  return prepare(document, extraction, ids, '2026-01-01T00:00:00.000Z');
}

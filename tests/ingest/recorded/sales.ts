import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import type { ExtractedEntity, ExtractedStatement } from '../../../src/model/extraction.ts';
import { entityTold, preparedTold, SPAN } from '../told-parts.ts';

/** Places of ends, so that no two statements are of one place. */
let place = 0;

const entity = (
  kind: ExtractedEntity['kind'],
  name: string,
  properties: ExtractedEntity['properties'] = {},
) => entityTold(name, kind, name, properties);

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
  const statements = [
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
  ];
  return preparedTold(document, [sale, seller, bought, system], statements);
}

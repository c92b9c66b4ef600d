import { identify } from '../../../src/ingest/resolve/identity/identity.ts';
import { type Prepared, prepare } from '../../../src/ingest/write/prepare.ts';
import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceDocument,
} from '../../../src/model/extraction.ts';
import { MODALITIES } from '../../../src/model/kinds.ts';

/** Numbers that look random and are the same in each run. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SPAN = { start: 0, end: 5, rawStart: 0, rawEnd: 5 };

function country(iso2: string, name: string, aliases: readonly string[]): ExtractedEntity {
  return {
    key: iso2,
    kind: 'Country',
    name,
    unnamed: false,
    aliases,
    externalIds: [`iso:${iso2}`],
    lexiconId: null,
    properties: { iso2 },
    mentions: [SPAN, { ...SPAN, start: 9, end: 12 }],
  };
}

const named = (kind: ExtractedEntity['kind'], name: string): ExtractedEntity => ({
  ...country('XX', name, []),
  key: name,
  kind,
  externalIds: [],
  properties: {},
  mentions: [SPAN],
});

const NAMES = ['United States', 'America', 'USA', '__proto__', 'the States'];
const DAYS = ['2025-01-05', '2025-02', '2024-12-31', '2025-03-09', null];

/** A document about a few hubs, with everything about it left to chance. */
export function randomDocument(
  random: (below: number) => number,
  sourceName: string,
  story: number | null,
): { readonly source: SourceDocument; readonly extraction: Extraction } {
  const pick = <T>(all: readonly T[]): T => all[random(all.length)]!;
  const hub = country('US', pick(NAMES), random(2) ? [pick(NAMES)] : []);
  const other = country(pick(['IN', 'JP', 'NO']), pick(['One', 'Two']), []);
  const system = named('WeaponSystem', pick(['F-16', 'F-35']));
  const event = named('Event', `Exercise ${pick(['Alpha', 'Beta'])} ${2020 + random(2)}`);
  const entities = [hub, other, system, event];
  const said = (more: Partial<ExtractedStatement>): ExtractedStatement => ({
    type: 'OPERATES',
    subject: hub.key,
    object: system.key,
    property: null,
    value: null,
    properties: random(2) ? { quantity: random(4), since: pick(['2020', '2021-05']) } : {},
    quote: SPAN,
    spans: { subject: { start: random(1_000), end: 5 }, object: { start: random(1_000), end: 9 } },
    confidence: Math.round((0.4 + random(60) / 100) * 100) / 100,
    modality: pick(MODALITIES),
    attribution: null,
    ...more,
  });
  const statements = Array.from({ length: random(14) }, () =>
    pick([
      () => said({}),
      () =>
        said({
          subject: other.key,
          type: 'PARTICIPATED_IN',
          object: event.key,
          properties: { on: '2025' },
        }),
      () =>
        said({
          subject: event.key,
          object: null,
          type: 'PROPERTY',
          ...pick([
            { property: 'startsOn', value: pick(['2025-01', '2025-02']) },
            { property: 'stage', value: pick(['approved', 'contracted', 'cancelled']) },
          ]),
          properties: {},
        }),
    ])(),
  );
  const words = Array.from({ length: 60 }, (_, at) =>
    story === null ? `w${random(1_000_000)}` : `s${story}x${at}`,
  );
  if (story !== null && random(2)) words[random(60)] = `changed${random(1_000)}`;
  const text = words.join(' ');
  const id = `document:${random(2 ** 31).toString(16)}${random(2 ** 31).toString(16)}`;
  return {
    source: {
      id,
      source: sourceName,
      raw: text,
      title: null,
      url: null,
      publisher: null,
      publishedOn: pick(DAYS),
      language: 'en',
    },
    extraction: {
      text,
      title: null,
      language: 'en',
      extractor: 'test',
      entities: statements.length === 0 && random(2) ? [] : entities,
      statements: statements.length === 0 ? [] : statements,
      skipped: null,
      warnings: [],
      doubtful: 0,
    },
  };
}

export function prepared({
  source,
  extraction,
}: {
  readonly source: SourceDocument;
  readonly extraction: Extraction;
}): Prepared {
  const ids = identify(source, extraction, { agreements: new Map() });
  return prepare(source, extraction, ids, '2025-01-01T00:00:00.000Z');
}

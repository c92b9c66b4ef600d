// A seeded graph of the model's shape, with hubs: few countries take part in most of what happens.
import { kindPrefix, relationshipId } from '../../src/model/ids.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import { CHOICES } from '../../src/model/kinds.ts';
import type { RelationshipType } from '../../src/model/relationships.ts';

export type Values = Record<string, string | number | readonly string[]>;
interface BenchEdge {
  readonly source: string;
  readonly target: string;
  readonly values: Values;
}
interface BenchStatement {
  readonly values: Values;
  readonly subject: string;
  readonly object: string;
  readonly document: string;
}
export interface BenchGraph {
  readonly entities: Readonly<Record<EntityKind, readonly Values[]>>;
  readonly edges: Readonly<Partial<Record<RelationshipType, readonly BenchEdge[]>>>;
  readonly documents: readonly Values[];
  readonly statements: readonly BenchStatement[];
}

/** mulberry32: the same numbers in 0..1 on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const COUNTRIES = 195;
/** Shares of the entities, countries apart. */
const SHARES = {
  Person: 0.3,
  Organisation: 0.12,
  Place: 0.05,
  Agreement: 0.08,
  WeaponSystem: 0.05,
  ArmsSale: 0.25,
  Event: 0.15,
} as const satisfies Partial<Record<EntityKind, number>>;

export const idOf = (kind: EntityKind, i: number) =>
  `${kindPrefix(kind)}:${String(i).padStart(7, '0')}`;
/** How many of a kind a graph of `size` entities has. */
export const countOf = (kind: EntityKind, size: number) =>
  kind === 'Country' ? COUNTRIES : Math.floor(SHARES[kind as keyof typeof SHARES] * size);

const WORDS =
  'treaty missile radar defence ministry export licence frigate summit border drone budget tank shell inquiry sanction embargo delivery contract trial delegation visit talks nuclear ceasefire patrol satellite engine vehicle armour helicopter fighter training exercise report minister general council assembly court region river port base depot factory union group energy steel water grain transit corridor'.split(
    ' ',
  );
const FIRST =
  'Ana Boris Chen Dana Emil Farah Goran Hana Ivan Jana Karim Lena Marko Nadia Omar'.split(' ');
const LAST = 'Abadi Berg Costa Dietrich Evans Fischer Garcia Haddad Ito Jansen Kovac Lopez'.split(
  ' ',
);
const TITLES = ['Minister', 'Director', 'Adviser', 'Envoy', 'Chair'];
const ROLES = ['host', 'delegate', 'visitor', 'co_chair'];
const CURRENCIES = ['USD', 'USD', 'USD', 'EUR', 'GBP'];

/** @param size entities; five times as many relationships */
export function makeGraph(size: number, seed = 42): BenchGraph {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
  /** Low numbers far more often: the larger `slope`, the larger the hubs. */
  const skewed = (n: number, slope = 2) => Math.floor(n * next() ** slope);
  const words = (n: number) =>
    Array.from({ length: n }, () => WORDS[skewed(WORDS.length, 1.6)]).join(' ');
  const two = (n: number) => String(n).padStart(2, '0');
  const day = () => `${1980 + below(46)}-${two(1 + below(12))}-${two(1 + below(28))}`;

  const make = (kind: EntityKind, name: (i: number) => string, own: () => Values): Values[] =>
    Array.from({ length: countOf(kind, size) }, (_, i) => {
      const called = name(i);
      const key = called.toLowerCase();
      const values = { id: idOf(kind, i), name: called, nameKey: key, searchText: key };
      return {
        ...values,
        aliases: [],
        aliasKeys: [],
        externalIds: [],
        statementCount: 1 + skewed(60, 4),
        ...own(),
      };
    });
  const entities: Record<EntityKind, Values[]> = {
    Country: make(
      'Country',
      (i) => `Country ${i}`,
      () => ({}),
    ),
    Person: make(
      'Person',
      (i) => `${pick(FIRST)} ${pick(LAST)} ${i}`,
      () => ({}),
    ),
    Organisation: make(
      'Organisation',
      (i) => `${words(2)} org ${i}`,
      () => ({ kind: pick(CHOICES.Organisation.kind) }),
    ),
    Place: make(
      'Place',
      (i) => `Place ${i}`,
      () => ({ latitude: next() * 180 - 90, longitude: next() * 360 - 180 }),
    ),
    Agreement: make(
      'Agreement',
      (i) => `${words(3)} agreement ${i}`,
      () => ({ kind: pick(CHOICES.Agreement.kind), signedOn: day() }),
    ),
    WeaponSystem: make(
      'WeaponSystem',
      (i) => `${words(2)} mk${i}`,
      () => ({ kind: pick(CHOICES.WeaponSystem.kind) }),
    ),
    ArmsSale: make(
      'ArmsSale',
      (i) => `${words(2)} sale ${i}`,
      () => ({
        stage: pick(CHOICES.ArmsSale.stage),
        approvedOn: day(),
        value: 1 + Math.floor(next() ** 3 * 1e7) + 0.5,
        currency: pick(CURRENCIES),
      }),
    ),
    Event: make(
      'Event',
      (i) => `${words(3)} event ${i}`,
      () => ({ kind: pick(CHOICES.Event.kind), startsOn: day() }),
    ),
  };

  const edges: Partial<Record<RelationshipType, BenchEdge[]>> = {};
  const seen = new Set<string>();
  let total = 0;
  const join = (type: RelationshipType, source: string, target: string, own: Values = {}) => {
    const key = `${type} ${source} ${target}`;
    if (source === target || seen.has(key)) return;
    seen.add(key);
    total++;
    const sure = next();
    const count = 1 + skewed(6, 3);
    const values: Values = {
      id: relationshipId(type, source, target, String(own.title ?? '')),
      confidence: Math.round(500 + sure * 490) / 1000,
      modality: next() < 0.9 ? 'asserted' : pick(['planned', 'rumoured', 'denied']),
      statementCount: count,
      documentCount: count,
      sourceCount: 1 + below(count),
      firstSeen: day(),
      lastSeen: day(),
      ...own,
    };
    const list = edges[type] ?? [];
    edges[type] = list;
    list.push({ source, target, values });
  };
  const some = (kind: EntityKind, slope = 2) => idOf(kind, skewed(countOf(kind, size), slope));
  const country = () => some('Country', 2.2);
  const times = (n: number, act: () => void) => {
    for (let i = 0; i < n; i++) act();
  };
  const each = (kind: EntityKind, act: (id: string) => void) => {
    for (const { id } of entities[kind]) act(String(id));
  };

  each('Organisation', (id) => join('PART_OF', id, country()));
  each('Place', (id) => join('LOCATED_IN', id, country()));
  each('Person', (id) => {
    times(1 + below(3), () =>
      join('HOLDS_POSITION', id, some('Organisation'), { title: pick(TITLES) }),
    );
  });
  each('Agreement', (id) => {
    times(2 + skewed(6), () =>
      join('SIGNED', next() < 0.6 ? country() : some('Person', 1.5), id, { on: day() }),
    );
    times(2 + skewed(6), () =>
      join('PARTY_TO', next() < 0.7 ? country() : some('Organisation'), id),
    );
  });
  each('ArmsSale', (id) => {
    join('APPROVED_SALE', country(), id, { on: day() });
    join('SOLD_TO', id, country());
    join('SOLD_BY', id, some('Organisation'));
    times(1 + skewed(4, 1.5), () =>
      join('INCLUDES', id, some('WeaponSystem'), { quantity: 1 + below(200) }),
    );
  });
  each('WeaponSystem', (id) => {
    times(1 + below(2), () => join('MANUFACTURES', some('Organisation'), id));
    times(2 + skewed(12), () => join('OPERATES', country(), id, { quantity: 1 + below(200) }));
  });
  each('Event', (id) => join('HELD_IN', id, next() < 0.5 ? some('Place') : country()));
  while (total < 5 * size)
    join('PARTICIPATED_IN', some(next() < 0.7 ? 'Person' : 'Country', 1.5), some('Event', 1.3), {
      role: pick(ROLES),
    });

  const documents = Array.from({ length: size / 10 }, (_, i) => ({
    id: `document:${String(i).padStart(7, '0')}`,
    source: `bench-${i}.txt`,
    title: `${words(4)} ${i}`,
    publishedOn: day(),
    language: 'en',
    text: words(40),
    story: `story:${i}`,
    ingestedAt: '2026-01-01T00:00:00Z',
  }));
  const all = Object.entries(edges).flatMap(([type, list]) => list.map((edge) => ({ type, edge })));
  const statements = Array.from({ length: size / 5 }, (_, i) => {
    const { type, edge } = pick(all);
    const quote = words(8 + below(28));
    return {
      subject: edge.source,
      object: edge.target,
      document: String(pick(documents).id),
      values: {
        id: `statement:${String(i).padStart(7, '0')}`,
        type,
        relationshipId: String(edge.values.id),
        quote,
        start: 0,
        end: quote.length,
        rawStart: 0,
        rawEnd: quote.length,
        confidence: Number(edge.values.confidence),
        modality: String(edge.values.modality),
        extractor: 'bench',
        recordedAt: '2026-01-01T00:00:00Z',
      },
    };
  });
  return { entities, edges, documents, statements };
}

import type { EntityKind } from './kinds.ts';
import type { Properties } from './property.ts';

const ACTORS = ['Country', 'Organisation'] as const;
const SIGNERS = ['Person', 'Organisation', 'Country'] as const;

interface RelationshipRow {
  /** One sentence for whoever chooses a type. */
  readonly means: string;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** Properties of its own, beside those of every relationship. */
  readonly own: Properties;
  /** Field names in GraphQL: on the kinds it leaves, and on the kinds it reaches. */
  readonly fields: readonly [out: string, back: string];
  /** Two entities may be joined more than once: then this own property tells the edges apart. */
  readonly parallelBy?: string;
}

/**
 * Which kinds may point at which, by what verb. The writer, the GraphQL types, enums and traversals
 * are made from this table, and the candidates of extraction. How a type is read stands beside it in
 * `relationship-types.ts` of extraction.
 */
export const RELATIONSHIPS = {
  HOLDS_POSITION: {
    means: 'A person holds an office in an organisation or a country.',
    from: ['Person'],
    to: ['Organisation', 'Country'],
    own: { title: 'String?', from: 'FuzzyDate?', to: 'FuzzyDate?' },
    fields: ['positions', 'holders'],
    parallelBy: 'title',
  },
  SIGNED: {
    means: 'Someone signed an agreement.',
    from: SIGNERS,
    to: ['Agreement'],
    own: { on: 'FuzzyDate?' },
    fields: ['signed', 'signatories'],
  },
  PARTY_TO: {
    means: 'A country or organisation is bound by an agreement.',
    from: ACTORS,
    to: ['Agreement'],
    own: {},
    fields: ['agreements', 'parties'],
  },
  APPROVED_SALE: {
    means: 'A country or authority approved an arms sale.',
    from: ACTORS,
    to: ['ArmsSale'],
    own: { on: 'FuzzyDate?' },
    fields: ['approvedSales', 'approvedBy'],
  },
  SOLD_TO: {
    means: 'An arms sale goes to this buyer.',
    from: ['ArmsSale'],
    to: ACTORS,
    own: {},
    fields: ['soldTo', 'purchases'],
  },
  SOLD_BY: {
    means: 'An arms sale is supplied by this contractor.',
    from: ['ArmsSale'],
    to: ACTORS,
    own: {},
    fields: ['soldBy', 'sales'],
  },
  INCLUDES: {
    means: 'An arms sale includes a weapon system.',
    from: ['ArmsSale'],
    to: ['WeaponSystem'],
    own: { quantity: 'Int?' },
    fields: ['items', 'inSales'],
  },
  MANUFACTURES: {
    means: 'A maker builds a weapon system.',
    from: ['Organisation', 'Country'],
    to: ['WeaponSystem'],
    own: {},
    fields: ['manufactures', 'manufacturers'],
  },
  OPERATES: {
    means: 'A country or force has a weapon system in use.',
    from: ACTORS,
    to: ['WeaponSystem'],
    own: { quantity: 'Int?', since: 'FuzzyDate?' },
    fields: ['operates', 'operators'],
  },
  PLANS_TO_ACQUIRE: {
    means: 'A country or force means to get a weapon system.',
    from: ACTORS,
    to: ['WeaponSystem'],
    own: { quantity: 'Int?' },
    fields: ['plannedAcquisitions', 'plannedBy'],
  },
  PARTICIPATED_IN: {
    means: 'Someone took part in an event.',
    from: SIGNERS,
    to: ['Event'],
    own: { role: 'String?', on: 'FuzzyDate?' },
    fields: ['events', 'participants'],
  },
  HELD_IN: {
    means: 'An event takes place somewhere.',
    from: ['Event'],
    to: ['Place', 'Country'],
    own: { on: 'FuzzyDate?' },
    fields: ['heldIn', 'hosted'],
  },
  LOCATED_IN: {
    means: 'A place lies in another, or in a country.',
    from: ['Place'],
    to: ['Place', 'Country'],
    own: {},
    fields: ['locatedIn', 'places'],
  },
  PART_OF: {
    means: 'An organisation or country belongs to another.',
    from: ['Organisation', 'Country'],
    to: ['Organisation', 'Country'],
    own: {},
    fields: ['partOf', 'parts'],
  },
  CONCERNS: {
    means: 'An event or agreement is about something.',
    from: ['Event', 'Agreement'],
    to: ['Agreement', 'WeaponSystem', 'ArmsSale', 'Organisation'],
    own: {},
    fields: ['concerns', 'concernedBy'],
  },
  VARIANT_OF: {
    means: 'A weapon system is a version of another.',
    from: ['WeaponSystem'],
    to: ['WeaponSystem'],
    own: {},
    fields: ['variantOf', 'variants'],
  },
} as const satisfies Record<string, RelationshipRow>;

export type RelationshipType = keyof typeof RELATIONSHIPS;
export const RELATIONSHIP_TYPES = Object.keys(RELATIONSHIPS) as readonly RelationshipType[];

/** What every edge carries: the summary of its statements, recomputed from them, never counted up. */
export const SUMMARY_PROPERTIES = {
  id: 'ID',
  confidence: 'Float',
  modality: 'Modality',
  statementCount: 'Int',
  documentCount: 'Int',
  sourceCount: 'Int',
  firstSeen: 'FuzzyDate?',
  lastSeen: 'FuzzyDate?',
} as const;

type OwnPropertyOf<T> = T extends unknown ? keyof T : never;
/** Name of a property that some type has of its own. */
export type OwnProperty = OwnPropertyOf<(typeof RELATIONSHIPS)[RelationshipType]['own']>;

/** Own properties of all types: an edge has no value for those its type lacks. */
export const OWN_PROPERTIES: Properties = Object.assign(
  {},
  ...RELATIONSHIP_TYPES.map((type) => RELATIONSHIPS[type].own),
);

export type Direction = 'out' | 'in';

/** The kinds that stand at an edge's near end (where a traversal starts) and at its far end. */
export function endsOf(
  type: RelationshipType,
  direction: Direction,
): { near: readonly EntityKind[]; far: readonly EntityKind[] } {
  const { from, to } = RELATIONSHIPS[type];
  return direction === 'out' ? { near: from, far: to } : { near: to, far: from };
}

/** Whether the vocabulary lets one kind point at another by this type. */
export function mayJoin(type: RelationshipType, from: EntityKind, to: EntityKind): boolean {
  const row: RelationshipRow = RELATIONSHIPS[type];
  return row.from.includes(from) && row.to.includes(to);
}

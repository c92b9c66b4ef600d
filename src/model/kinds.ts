/** Properties of every entity. `externalIds` are `scheme:value`, such as `wikidata:Q7240`. */
export const ENTITY_PROPERTIES = {
  id: 'ID',
  name: 'String',
  aliases: 'String[]',
  externalIds: 'String[]',
  statementCount: 'Int',
} as const;

/** The own properties of each kind, which is a label in Neo4j and a type in GraphQL. */
export const ENTITY_KINDS = {
  Person: {},
  Organisation: { kind: 'OrganisationKind?', country: 'String?' },
  Country: { iso2: 'String?' },
  Agreement: { kind: 'AgreementKind?', signedOn: 'FuzzyDate?', durationYears: 'Int?' },
  WeaponSystem: { designation: 'String?', kind: 'WeaponSystemKind?' },
  ArmsSale: {
    stage: 'ArmsSaleStage?',
    approvedOn: 'FuzzyDate?',
    contractedOn: 'FuzzyDate?',
    value: 'Float?',
    currency: 'String?',
    valueText: 'String?',
    basis: 'ArmsSaleBasis?',
  },
  Event: { kind: 'EventKind?', startsOn: 'FuzzyDate?', endsOn: 'FuzzyDate?', personnel: 'Int?' },
  Place: { latitude: 'Float?', longitude: 'Float?' },
} as const;

export type EntityKind = keyof typeof ENTITY_KINDS;
export const KIND_NAMES = Object.keys(ENTITY_KINDS) as readonly EntityKind[];

/** The value of a choice that has no name of its own. */
export const OTHER = 'other';

/** What the sum of a sale is, from what tells least of its price to what tells most. */
export const SALE_BASES = ['reported', 'ceiling', 'contract', 'paid'] as const;
export type SaleBasis = (typeof SALE_BASES)[number];

/**
 * Values of the properties that are a choice. Ingest writes no others, and GraphQL has an
 * enumeration of each. Any other value, of a graph from another version, is shown and found as
 * `other`.
 */
export const CHOICES = {
  Organisation: {
    kind: [
      'ministry',
      'agency',
      'armed_force',
      'military_unit',
      'company',
      'multilateral',
      'other',
    ],
  },
  Agreement: {
    kind: [
      'framework',
      'treaty',
      'mou',
      'joint_statement',
      'initiative',
      'trade_deal',
      'contract',
      'other',
    ],
  },
  WeaponSystem: {
    kind: [
      'fighter',
      'bomber',
      'transport_aircraft',
      'tanker_aircraft',
      'trainer_aircraft',
      'maritime_patrol_aircraft',
      'aew_aircraft',
      'helicopter',
      'uav',
      'missile',
      'air_to_air_missile',
      'air_to_surface_missile',
      'anti_ship_missile',
      'anti_tank_missile',
      'ballistic_missile',
      'cruise_missile',
      'air_defence_system',
      'bomb',
      'ammunition',
      'torpedo',
      'artillery',
      'rocket_artillery',
      'small_arm',
      'tank',
      'armoured_vehicle',
      'ship',
      'submarine',
      'radar',
      'c4isr',
      'electronic_warfare',
      'engine',
      'other',
    ],
  },
  ArmsSale: {
    stage: ['rumoured', 'proposed', 'approved', 'contracted', 'delivered', 'cancelled', 'other'],
    basis: [...SALE_BASES, 'other'],
  },
  Event: {
    kind: [
      'meeting',
      'call',
      'visit',
      'dialogue',
      'exercise',
      'summit',
      'operation',
      'procurement',
      'other',
    ],
  },
} as const;

export const DOCUMENT_PROPERTIES = {
  id: 'ID',
  source: 'String',
  title: 'String?',
  url: 'URL?',
  publisher: 'String?',
  publishedOn: 'FuzzyDate?',
  language: 'String?',
  text: 'String',
  ingestedAt: 'DateTime',
} as const;

/**
 * `type` is a relationship type, or `PROPERTY` for a plain property, which `property` and `value`
 * then name. A statement also carries the relationship's own properties.
 */
export const STATEMENT_PROPERTIES = {
  id: 'ID',
  type: 'StatementType',
  property: 'String?',
  value: 'String?',
  quote: 'String',
  start: 'Int',
  end: 'Int',
  rawStart: 'Int',
  rawEnd: 'Int',
  page: 'Int?',
  confidence: 'Float',
  modality: 'Modality',
  attribution: 'String?',
  extractor: 'String',
  publishedOn: 'FuzzyDate?',
  recordedAt: 'DateTime',
  withdrawnAt: 'DateTime?',
  withdrawnWhy: 'WithdrawnWhy?',
} as const;

/** Why a statement does not hold any more. */
export const WITHDRAWN_WHY = {
  CORRECTED: 'A newer version of its document does not say so.',
  REMOVED: 'Its document was taken out.',
  EXTRACTOR: 'A newer extractor reads its document otherwise.',
} as const;
export type WithdrawnWhy = keyof typeof WITHDRAWN_WHY;

/** From strongest to weakest: where statements differ, the edge shows the strongest. */
export const MODALITIES = ['asserted', 'planned', 'rumoured', 'denied'] as const;
export type Modality = (typeof MODALITIES)[number];
/** Modalities that traversals follow by default. */
export const FOLLOWED_MODALITIES: readonly Modality[] = ['asserted', 'planned'];

/** Every label that a selection can start from. */
export const KINDS = {
  Entity: ENTITY_PROPERTIES,
  Document: DOCUMENT_PROPERTIES,
  Statement: STATEMENT_PROPERTIES,
  ...ENTITY_KINDS,
} as const;
export type Kind = keyof typeof KINDS;

/** One sentence per kind, shown where a client chooses one. */
export const KIND_MEANINGS: Readonly<Record<EntityKind, string>> = {
  Person: 'A named person.',
  Organisation: 'A ministry, agency, armed force, military unit, company or group of states.',
  Country: 'A state.',
  Agreement: 'A treaty, framework, memorandum, joint statement or contract.',
  WeaponSystem: 'A weapon, vehicle, vessel, aircraft or other equipment, as a type.',
  ArmsSale: 'One sale of arms, however far it is.',
  Event: 'A meeting, call, visit, dialogue, exercise, summit, operation or procurement.',
  Place: 'A town, base, region or building.',
};

/** How a document presents a statement of each modality. */
export const MODALITY_MEANINGS: Readonly<Record<Modality, string>> = {
  asserted: 'As done or so.',
  planned: 'As intended.',
  rumoured: 'As heard, without a source that stands by it.',
  denied: 'That it is not so.',
};

export function isEntityKind(name: string): name is EntityKind {
  return Object.hasOwn(ENTITY_KINDS, name);
}

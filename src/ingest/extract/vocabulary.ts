import type { Modality } from '../../model/kinds.ts';
import type { RelationshipType as AnyType } from '../../model/relationships.ts';
import type { Background } from '../lexicon/lexicon.ts';
import type { Span } from '../text/text.ts';

// The vocabulary: kinds of entity, types of relationship, and the plain values that travel through the pipeline.
export type Kind =
  | 'Person'
  | 'Organisation'
  | 'Country'
  | 'Agreement'
  | 'WeaponSystem'
  | 'ArmsSale'
  | 'Event'
  | 'Place';
export const KINDS: Kind[] = [
  'Person',
  'Organisation',
  'Country',
  'Agreement',
  'WeaponSystem',
  'ArmsSale',
  'Event',
  'Place',
];

export type RelationshipType = keyof typeof RELATIONSHIPS;
export type Properties = Record<string, string | number>;

/** A name (or a description) at an offset of the clean text. `by` is the rule that found it. */
export type Mention = Span & {
  kind: Kind;
  text: string;
  by: string;
  sentence: number;
  name?: string;
  key?: string;
  title?: Span;
  reference?: boolean;
  /** A fuller name of the same thing, which this one is short for. */
  standsFor?: Mention;
  properties?: Properties;
  background?: Background;
};
export type Entity = {
  id: string;
  kind: Kind;
  name: string;
  aliases: string[];
  unnamed: boolean;
  properties: Properties;
  mentions: Mention[];
  background?: Background;
};

/** A relationship that one place of a document states, before it is written down as a statement. */
export interface Fact {
  readonly type: AnyType;
  readonly from: Entity;
  readonly to: Entity;
  readonly a: Mention;
  readonly b: Mention;
  /** 0..1 */
  readonly confidence: number;
  /** Where a rule knows it; read from the words otherwise. */
  readonly modality?: Modality;
}

const ACTORS: Kind[] = ['Country', 'Organisation'];
const PEOPLE_AND_ACTORS: Kind[] = ['Person', ...ACTORS];

/** From which kinds to which kinds each type of relationship runs. */
export const RELATIONSHIPS = {
  HOLDS_POSITION: { from: ['Person'], to: ACTORS },
  SIGNED: { from: PEOPLE_AND_ACTORS, to: ['Agreement'] },
  PARTY_TO: { from: ACTORS, to: ['Agreement'] },
  APPROVED_SALE: { from: ACTORS, to: ['ArmsSale'] },
  SOLD_TO: { from: ['ArmsSale'], to: ACTORS },
  SOLD_BY: { from: ['ArmsSale'], to: ACTORS },
  INCLUDES: { from: ['ArmsSale'], to: ['WeaponSystem'] },
  MANUFACTURES: { from: ACTORS, to: ['WeaponSystem'] },
  OPERATES: { from: ACTORS, to: ['WeaponSystem'] },
  PLANS_TO_ACQUIRE: { from: ACTORS, to: ['WeaponSystem'] },
  PARTICIPATED_IN: { from: PEOPLE_AND_ACTORS, to: ['Event'] },
  HELD_IN: { from: ['Event'], to: ['Place', 'Country'] },
  PART_OF: { from: ACTORS, to: ACTORS },
  CONCERNS: {
    from: ['Event', 'Agreement'],
    to: ['Agreement', 'WeaponSystem', 'ArmsSale', 'Organisation'],
  },
} satisfies Record<string, { from: Kind[]; to: Kind[] }>;
export const TYPES = Object.keys(RELATIONSHIPS) as RelationshipType[];

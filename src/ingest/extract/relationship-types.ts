import { RELATIONSHIP_TYPES, type RelationshipType } from '../../model/relationships.ts';
import { TITLE_NOUNS } from '../lexicon/words.ts';

/** How extraction reads one type; its ends and properties are in the model. */
interface Reading {
  /** Whether both ends must be in one sentence, or may be in neighbouring ones and in a list. */
  readonly reach: 'sentence' | 'neighbours';
  /**
   * When the relationship holds: `done` after the act, so that a plan is only planned; `scheduled`
   * already before it, like participation in a coming meeting; `presupposed` whatever is stated: a
   * minister who denies something is a minister.
   */
  readonly holds: 'done' | 'scheduled' | 'presupposed';
  /** The act that a negation denies; null where negation is not checked. */
  readonly negation: 'sign' | 'have' | 'approve' | 'attend' | null;
  /** Trigger lemmas, whose weights the scorer learns; null for types found by fixed phrases. */
  readonly triggers: ReadonlySet<string> | null;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const READING: Readonly<Record<RelationshipType, Reading>> = {
  HOLDS_POSITION: {
    reach: 'sentence',
    holds: 'presupposed',
    negation: null,
    triggers: TITLE_NOUNS,
  },
  SIGNED: {
    reach: 'neighbours',
    holds: 'done',
    negation: 'sign',
    triggers: words(
      'sign ink conclude seal exchange issue finalize finalise initial enter sign-off announce reach secure agree signing signatory strike',
    ),
  },
  PARTY_TO: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'sign',
    triggers: words(
      'between with agreement agree bilateral trilateral join party member partner together both cooperate establish launch',
    ),
  },
  APPROVED_SALE: {
    reach: 'neighbours',
    holds: 'done',
    negation: 'approve',
    triggers: words(
      'approve approval clear notify notification determine determination authorize authorise green-light sanction okay certify congress',
    ),
  },
  SOLD_TO: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'have',
    triggers: words(
      'to sell sale supply deliver delivery export customer buyer buy purchase order government foreign military fms for request receive acquire transfer',
    ),
  },
  SOLD_BY: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'have',
    triggers: words(
      'award sell supply contractor awarded manufacturer win deliver vendor build by supplier',
    ),
  },
  INCLUDES: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: null,
    triggers: words(
      'include consist comprise comprising for of sale buy purchase deliver request procure provide production order convert acquire worth',
    ),
  },
  MANUFACTURES: {
    reach: 'sentence',
    holds: 'done',
    negation: 'have',
    triggers: words(
      'manufacture produce build make maker manufacturer producer develop developer production assemble contractor builder design designer unveil made-by supplier co-produce',
    ),
  },
  OPERATES: {
    reach: 'neighbours',
    holds: 'done',
    negation: 'have',
    triggers: words(
      'operate use field deploy have possess receive induct fly own inventory equip employ operator service fleet active commission fire launch arm already crew',
    ),
  },
  PLANS_TO_ACQUIRE: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'have',
    triggers: words(
      'plan buy acquire purchase order procure seek want request approve intend acquisition procurement consider negotiate select choose tender will receive future additional replace',
    ),
  },
  PARTICIPATED_IN: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'attend',
    triggers: words(
      'meet attend participate join host visit hold speak talk call co-chair chair travel arrive welcome lead discuss take part conduct represent delegation together accompany participant receive',
    ),
  },
  HELD_IN: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: 'attend',
    triggers: words(
      'in at hold host venue place visit sidelines off near conduct travel arrive to capital',
    ),
  },
  LOCATED_IN: { reach: 'sentence', holds: 'scheduled', negation: null, triggers: null },
  PART_OF: {
    reach: 'sentence',
    holds: 'scheduled',
    negation: null,
    triggers: words(
      'part of subsidiary unit arm division member belong under within branch own owned-by join component wing affiliate headquarters',
    ),
  },
  CONCERNS: {
    reach: 'neighbours',
    holds: 'scheduled',
    negation: null,
    triggers: words(
      'on discuss about concern regarding for focus cover sale include negotiate review develop co-produce agreement purchase address topic over',
    ),
  },
  VARIANT_OF: { reach: 'sentence', holds: 'scheduled', negation: null, triggers: null },
};

/** The types of the scorer; the others are found by fixed phrases. */
export const LEARNED_TYPES = RELATIONSHIP_TYPES.filter((type) => READING[type].triggers !== null);

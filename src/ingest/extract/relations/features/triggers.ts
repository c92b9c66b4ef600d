import { TITLE_NOUNS, words } from '../../../lexicon/words.ts';
import { type RelationshipType, TYPES } from '../../vocabulary.ts';
import { hash } from '../model/scorers.ts';

/** Around two mentions and between them: where the triggers of a type are counted. */
const ZONES = ['ahead', 'between', 'behind'] as const;
export type Zone = (typeof ZONES)[number];
/** Labels ahead and behind that are looked at. */
export const ZONE = 8;
/** More triggers say no more. */
const HITS_MAX = 2;

/** Trigger lemmas for each type; the scorer learns what they are worth in which zone. */
const TRIGGERS: Readonly<Record<RelationshipType, ReadonlySet<string>>> = {
  HOLDS_POSITION: TITLE_NOUNS,
  SIGNED: words(
    'sign ink conclude seal exchange issue finalize finalise initial enter sign-off announce reach secure agree signing signatory strike',
  ),
  PARTY_TO: words(
    'between with agreement agree bilateral trilateral join party member partner together both cooperate establish launch',
  ),
  APPROVED_SALE: words(
    'approve approval clear notify notification determine determination authorize authorise green-light sanction okay certify congress',
  ),
  SOLD_TO: words(
    'to sell sale supply deliver delivery export customer buyer buy purchase order government foreign military fms for request receive acquire transfer',
  ),
  SOLD_BY: words(
    'award sell supply contractor awarded manufacturer win deliver vendor build by supplier',
  ),
  INCLUDES: words(
    'include consist comprise comprising for of sale buy purchase deliver request procure provide production order convert acquire worth',
  ),
  MANUFACTURES: words(
    'manufacture produce build make maker manufacturer producer develop developer production assemble contractor builder design designer unveil made-by supplier co-produce',
  ),
  OPERATES: words(
    'operate use field deploy have possess receive induct fly own inventory equip employ operator service fleet active commission fire launch arm already crew',
  ),
  PLANS_TO_ACQUIRE: words(
    'plan buy acquire purchase order procure seek want request approve intend acquisition procurement consider negotiate select choose tender will receive future additional replace',
  ),
  PARTICIPATED_IN: words(
    'meet attend participate join host visit hold speak talk call co-chair chair travel arrive welcome lead discuss take part conduct represent delegation together accompany participant receive',
  ),
  HELD_IN: words(
    'in at hold host venue place visit sidelines off near conduct travel arrive to capital',
  ),
  PART_OF: words(
    'part of subsidiary unit arm division member belong under within branch own owned-by join component wing affiliate headquarters',
  ),
  CONCERNS: words(
    'on discuss about concern regarding for focus cover sale include negotiate review develop co-produce agreement purchase address topic over',
  ),
};

const bitOf = (type: RelationshipType) => 1 << TYPES.indexOf(type);
const TYPES_OF = new Map<string, number>();
for (const type of TYPES)
  for (const word of TRIGGERS[type]) TYPES_OF.set(word, (TYPES_OF.get(word) ?? 0) | bitOf(type));

const FEATURES = ZONES.map((zone) =>
  Array.from({ length: HITS_MAX + 1 }, (_, hits) => hash(`trigger-${zone}=${hits}`)),
);

/** For each word of a stretch that is a trigger, of which types, as bits. */
export function triggersIn(words: readonly string[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const types = TYPES_OF.get(words[at]!);
    if (types !== undefined) found.push(types);
  }
  return found;
}

/** Triggers of the type: the only features that another type of the same mentions does not share. */
export function triggerFeatures(
  zones: Readonly<Record<Zone, readonly number[]>>,
  type: RelationshipType,
): number[] {
  const bit = bitOf(type);
  return ZONES.map((zone, at) => {
    let hits = 0;
    for (const types of zones[zone]) if (types & bit && hits < HITS_MAX) hits++;
    return FEATURES[at]![hits]!;
  });
}

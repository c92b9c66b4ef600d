import { FOLLOWED_MODALITIES, SALE_BASES } from '../model/kinds.ts';
import { labelsAt, typesAt } from './held.ts';
import { type AsOf, bestSupported, toldBy } from './known.ts';

const listOf = (texts: readonly string[]) => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
const FOLLOWED = listOf(FOLLOWED_MODALITIES);

/** Properties of entities that statements tell, and what their texts are read as; null for a text. */
const STATED: Readonly<Record<string, 'toInteger' | 'toFloat' | null>> = {
  approvedOn: null,
  contractedOn: null,
  signedOn: null,
  durationYears: 'toInteger',
  startsOn: null,
  endsOn: null,
  personnel: 'toInteger',
};
/** The sum of a sale, which is of one statement. */
const SUM = ['value', 'currency', 'valueText', 'basis'];

/** What statements published by then told of a property, those of a story together. */
const toldOf = (entity: string, property: string, asOf: AsOf): string =>
  `[kX IN ${toldBy(`(${entity})<-[:${typesAt('SUBJECT', asOf.at)}]-(kS:${labelsAt('Statement', asOf.at)} {type: 'PROPERTY', property: '${property}'})`, asOf)} WHERE kX.modality IN ${FOLLOWED}]`;

/** Stages from last to first; those from `approved` on are proposals until they are asserted. */
const LADDER = listOf(['delivered', 'contracted', 'approved', 'proposed', 'rumoured']);
const AHEAD = listOf(['approved', 'contracted', 'delivered', 'cancelled']);

/** The rule of `src/ingest/write/sale/stage.ts`. */
const stageIn = (told: string): string => `head([kRungs IN [[kX IN ${told} |
  {day: kX.day, stage: CASE WHEN kX.modality <> 'asserted' AND kX.s.value IN ${AHEAD} THEN 'proposed' ELSE kX.s.value END}]] |
  head([kTop IN [head([kStage IN ${LADDER} WHERE any(kX IN kRungs WHERE kX.stage = kStage)])] |
    CASE WHEN any(kX IN kRungs WHERE kX.stage = 'cancelled' AND (kTop IS NULL OR any(kY IN kRungs WHERE kY.stage = kTop AND kY.day <= kX.day))) THEN 'cancelled'
         ELSE coalesce(kTop, head(kRungs).stage) END])])`;

/** The rule of `src/ingest/write/sale/value.ts`: one property of the sum of the furthest basis. */
const sumIn = (told: string, property: string): string => {
  const ofValue = bestSupported('kGiven');
  const read = {
    value: 'toFloat(kBest.value)',
    currency: 'kBest.currency',
    valueText: 'kBest.valueText',
    basis: "coalesce(kBest.basis, 'reported')",
  }[property];
  return `head([kTold IN [${told}] | head([kBasis IN ${listOf([...SALE_BASES].reverse())} WHERE any(kX IN kTold WHERE coalesce(kX.s.basis, 'reported') = kBasis) |
  head([kGiven IN [[kX IN kTold WHERE coalesce(kX.s.basis, 'reported') = kBasis | {s: kX.s, story: kX.story, confidence: kX.confidence, value: kX.s.value}]] |
    head([kSum IN [${ofValue}] | head([kBest IN [reduce(kTop = null, kX IN kGiven | CASE WHEN kX.value = kSum AND (kTop IS NULL OR kX.confidence > kTop.confidence) THEN kX.s ELSE kTop END)] | ${read}])])])])])`;
};

/** Whether a property of an entity is summarised from statements, so that another day tells another value. */
export const isStated = (property: string): boolean =>
  property in STATED || property === 'stage' || SUM.includes(property);

/**
 * A property of an entity by what was published by then; null where nothing told it.
 * @param entity the node that the statements are of
 */
export function statedAsKnown(entity: string, property: string, asOf: AsOf): string {
  if (property === 'stage') return stageIn(toldOf(entity, 'stage', asOf));
  if (SUM.includes(property)) return sumIn(toldOf(entity, 'value', asOf), property);
  const read = STATED[property];
  const values = `[kX IN ${toldOf(entity, property, asOf)} | {story: kX.story, confidence: kX.confidence, value: kX.s.value}]`;
  const best = `head([kGiven IN [${values}] | ${bestSupported('kGiven')}])`;
  return read ? `${read}(${best})` : best;
}

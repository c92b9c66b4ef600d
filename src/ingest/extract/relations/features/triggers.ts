import type { RelationshipType } from '../../../../model/relationships.ts';
import { LEARNED_TYPES, READING } from '../../relationship-types.ts';
import { hash } from '../model/scorers.ts';

/** Zones around two mentions in which triggers are counted. */
const ZONES = ['ahead', 'between', 'behind'] as const;
export type Zone = (typeof ZONES)[number];
/** Number of labels of the zones ahead and behind. */
export const ZONE = 8;
/** Most triggers that are counted in a zone. */
const HITS_MAX = 2;

const bitOf = (type: RelationshipType) => 1 << LEARNED_TYPES.indexOf(type);
const TYPES_OF = new Map<string, number>();
for (const type of LEARNED_TYPES)
  for (const word of READING[type].triggers!)
    TYPES_OF.set(word, (TYPES_OF.get(word) ?? 0) | bitOf(type));

const FEATURES = ZONES.map((zone) =>
  Array.from({ length: HITS_MAX + 1 }, (_, hits) => hash(`trigger-${zone}=${hits}`)),
);

/** For each trigger in words[from..to), its types as bits. */
export function triggersIn(words: readonly string[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const types = TYPES_OF.get(words[at]!);
    if (types !== undefined) found.push(types);
  }
  return found;
}

/** Trigger features of the type: the only ones that types of the same mentions do not share. */
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

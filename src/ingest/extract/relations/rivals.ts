import { LEARNED_TYPES } from '../relationship-types.ts';
import type { FeaturisedDocument, Pair } from './featurise.ts';

/** Scores of the pairs that stand beside one, each list from the highest on. */
export interface CompetingScores {
  /** Of the same type and from the same entity. */
  readonly ofFrom: readonly number[];
  /** Of the same type and to the same entity. */
  readonly ofTo: readonly number[];
  /** Of any type between the same two. */
  readonly ofBoth: readonly number[];
  /** Of the same type. */
  readonly ofType: readonly number[];
}

/**
 * For each pair the scores it has to compare with, its own among them.
 * @param scores one for each pair of the document
 */
export function competingScores(
  { pairs, entities }: FeaturisedDocument,
  scores: readonly number[],
): CompetingScores[] {
  const numbers = new Map(entities.map(({ entity }, at) => [entity, at]));
  const lists: number[][] = [];
  const gather = () => {
    const known = new Map<number, number[]>();
    return (key: number, score: number): number[] => {
      let list = known.get(key);
      if (!list) {
        list = [];
        known.set(key, list);
        lists.push(list);
      }
      list.push(score);
      return list;
    };
  };
  const [byFrom, byTo, byBoth, byType] = [gather(), gather(), gather(), gather()];
  const rivals = pairs.map(({ type, subject, object }: Pair, at): CompetingScores => {
    const score = scores[at]!;
    const kind = LEARNED_TYPES.indexOf(type);
    const [left, right] = [numbers.get(subject)!, numbers.get(object)!];
    return {
      ofFrom: byFrom(left * LEARNED_TYPES.length + kind, score),
      ofTo: byTo(right * LEARNED_TYPES.length + kind, score),
      ofBoth: byBoth(left * numbers.size + right, score),
      ofType: byType(kind, score),
    };
  });
  for (const list of lists) list.sort((a, b) => b - a);
  return rivals;
}

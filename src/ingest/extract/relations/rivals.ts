import { LEARNED_TYPES } from '../relationship-types.ts';
import type { FeaturisedDocument, Pair } from './featurise.ts';

/** Scores of the pairs that compete with one, each list in descending order. */
export interface CompetingScores {
  /** With the same type and subject. */
  readonly ofFrom: readonly number[];
  /** With the same type and object. */
  readonly ofTo: readonly number[];
  /** With the same two entities. */
  readonly ofBoth: readonly number[];
  /** With the same type. */
  readonly ofType: readonly number[];
}

/**
 * The competing scores of each pair, including its own.
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

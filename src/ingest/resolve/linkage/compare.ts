import { compareOrganisations } from './compare-organisation.ts';
import { comparePersons, mayBeOnePerson } from './compare-person.ts';
import { compareSystems } from './compare-system.ts';
import type { Comparison, Unit } from './unit.ts';

/** Log odds from which two units are merged: 20 to 1. */
export const MERGE = 3;
/** Log odds from which a pair is shown for review: even. */
export const REVIEW = 0;
/** Log odds below which two units are never in one group: 150 to 1 against. */
export const NEVER = -5;
/** Least lead, in log odds, of the better of two possible matches. */
export const MARGIN = 1.5;

/** Kinds that are compared across documents; others are identified by related entities. */
export const COMPARED = ['Person', 'Organisation', 'WeaponSystem'] as const;

const COMPARE = {
  Person: comparePersons,
  Organisation: compareOrganisations,
  WeaponSystem: compareSystems,
};

/** Sets a comparison against two units where a lexicon has each. */
export function asInLexicon(compared: Comparison, left: Unit, right: Unit): Comparison {
  if (!left.known || !right.known) return compared;
  // The author of a lexicon has distinguished them.
  const apart = {
    feature: 'lexicon',
    left: left.id,
    right: right.id,
    weight: 2 * NEVER - Math.max(0, compared.score),
    sentence: 'A lexicon has each of them.',
  };
  return {
    ...compared,
    score: compared.score + apart.weight,
    reasons: [...compared.reasons, apart],
  };
}

/** Compares two units of one kind, feature by feature. */
export function compareUnits(a: Unit, b: Unit): Comparison {
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return asInLexicon(COMPARE[left.kind as keyof typeof COMPARE](left, right), left, right);
}

/** Whether two units of one kind would be joined or shown for review, but for others. */
export const mayBeOne = (a: Unit, b: Unit): boolean =>
  (a.kind !== 'Person' || mayBeOnePerson(a, b)) && compareUnits(a, b).score >= REVIEW;

/** The probability that two units are one, from a score in log odds. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

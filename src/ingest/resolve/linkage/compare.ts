import { compareOrganisations } from './compare-organisation.ts';
import { comparePersons } from './compare-person.ts';
import { compareSystems } from './compare-system.ts';
import type { Comparison, Unit } from './unit.ts';

/** Odds of 20 to 1: what is as sure as this is one. */
export const MERGE = 3;
/** Even odds: what is as sure as this is shown to people. */
export const REVIEW = 0;
/** Odds of 150 to 1 against: two that are as unlike as this are in no group together. */
export const NEVER = -5;
/** Of two that it may be, the better one must be better by this. */
export const MARGIN = 1.5;

/** Kinds of which entities of several documents are compared; the others are told by their ties. */
export const COMPARED = ['Person', 'Organisation', 'WeaponSystem'] as const;

const COMPARE = {
  Person: comparePersons,
  Organisation: compareOrganisations,
  WeaponSystem: compareSystems,
};

/** Compares two units of one kind, feature by feature. */
export function compareUnits(a: Unit, b: Unit): Comparison {
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  const compared = COMPARE[left.kind as keyof typeof COMPARE](left, right);
  if (!left.known || !right.known) return compared;
  // Whoever wrote the lexicon told them apart.
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

/** The chance that two are one, of a score in log odds. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

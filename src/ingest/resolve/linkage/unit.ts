import type { EntityKind } from '../../../model/kinds.ts';

/** An office that documents give a person, with the days on which they were published. */
export interface Office {
  /** Without its country: `president`. */
  readonly title: string;
  /** Code of the country that it belongs to; null where no document tells. */
  readonly country: string | null;
  /** ISO 8601, as exact as the documents; null where none has a date. */
  readonly first: string | null;
  readonly last: string | null;
  /** Documents that say so. */
  readonly documents: number;
}

/**
 * What one document, or several that use one full name, tell of one entity: what identity across
 * documents is decided between. Its id is that of the first layer, which depends on documents alone.
 */
export interface Unit {
  readonly id: string;
  readonly kind: EntityKind;
  /** Its spellings, the one that most documents use first. */
  readonly names: readonly string[];
  /** Whether the first layer kept it within its document: its name alone tells too little. */
  readonly local: boolean;
  /** Whether a lexicon knows it: two that it knows are two. */
  readonly known: boolean;
  /** Codes of the countries that it belongs to, sorted. */
  readonly countries: readonly string[];
  readonly offices: readonly Office[];
  /** Sort within its kind, such as `ministry`; null where no document tells. */
  readonly sort: string | null;
  readonly designation: string | null;
  /** Days of the first and the last document that names it. */
  readonly first: string | null;
  readonly last: string | null;
  readonly documents: number;
}

/** A person's decision on two entities, which no score overrules. */
export interface Judged {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
}

/** One feature of a comparison: what both sides show, what it weighs, and why in a sentence. */
export interface Reason {
  readonly feature: string;
  readonly left: string | null;
  readonly right: string | null;
  /** Natural logarithm of the odds that it adds. */
  readonly weight: number;
  readonly sentence: string;
}

/** Two units compared: the score is the sum of the weights. */
export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

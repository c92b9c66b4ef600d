import type { EntityKind } from '../../../model/kinds.ts';

/** An office that documents give a person, with the days of their publication. */
export interface Office {
  /** The office without its country: `president`. */
  readonly title: string;
  /** Code of its country; null where no document names one. */
  readonly country: string | null;
  /** ISO 8601, as precise as the documents; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** Number of documents that state it. */
  readonly documents: number;
}

/**
 * What one document, or several with one full name, show of one entity. Resolution across documents
 * decides between units. The id is that of the local entity, which depends on documents alone.
 */
export interface Unit {
  readonly id: string;
  readonly kind: EntityKind;
  /** Its spellings, the most frequent first. */
  readonly names: readonly string[];
  /** Whether the name alone is too weak, so that it stays within its document. */
  readonly local: boolean;
  /** Whether a lexicon has it; two entities of a lexicon are never one. */
  readonly known: boolean;
  /** Sorted codes of its countries. */
  readonly countries: readonly string[];
  readonly offices: readonly Office[];
  /** Sort within its kind, such as `ministry`; null if unknown. */
  readonly sort: string | null;
  readonly designation: string | null;
  /** Days of the first and last document that names it. */
  readonly first: string | null;
  readonly last: string | null;
  readonly documents: number;
}

/** A person's judgement on two entities, which no score overrules. */
export interface Judged {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
}

/** One feature of a comparison: both values, the weight, and an explanation. */
export interface Reason {
  readonly feature: string;
  readonly left: string | null;
  readonly right: string | null;
  /** Natural logarithm of the odds ratio that it contributes. */
  readonly weight: number;
  readonly sentence: string;
}

/** A comparison of two units; the score is the sum of the weights. */
export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

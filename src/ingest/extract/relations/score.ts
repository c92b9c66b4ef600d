import { KIND_NAMES } from '../../../model/kinds.ts';
import { LEARNED_TYPES } from '../relationship-types.ts';
import type { Entity } from '../vocabulary.ts';
import type { FeaturisedDocument, Pair } from './featurise.ts';
import {
  eachPlace,
  encode,
  FEATURE_SPACE,
  type Linear,
  type Qualified,
  scoreLinear,
  sigmoid,
} from './model/scorers.ts';
import { type CompetingScores, competingScores } from './rivals.ts';
import { type SiblingScores, siblingScores } from './siblings.ts';

/** A pair with its linear scores. */
export interface Scored {
  readonly pair: Pair;
  readonly score: number;
  /** Index of the best instance. */
  readonly best: number;
  readonly scores: readonly number[];
  /** Input of the trees; empty for a pair below `HOPELESS`. */
  row: number[];
}

/** Pairs with a lower score are not passed to the trees. */
export const HOPELESS = -4;
/** Features that the trees see individually; the others reach them through the linear score. */
const FOREST_FEATURES =
  'planned denied passive by-before-right from-in-name-of-to to-in-name-of-from to-in-title to-near-title from-has-title notice trigger-between=0 trigger-between=2 trigger-ahead=0 trigger-behind=0 rival-from=0 rival-to=0 a-reference b-reference from-only=true to-only=true first-in-sentence=ab first-in-sentence=ba a-adjective=true b-adjective=true block=list block=title block=heading a-by=verb b-by=verb a-by=head b-by=head b-by=named title-owner=this title-owner=before to-rank=0 distance=ab0 distance=ab1 background=yes background=no compatriots=yes compatriots=no maker=yes maker=no a-in=Organisation a-in=Agreement b-in=Organisation'.split(
    ' ',
  );
/** For each index in the weights the number of the forest feature there, from 1; else 0. */
const FOREST_FEATURE_AT = new Uint8Array(FEATURE_SPACE);
for (const [at, place] of encode(FOREST_FEATURES).entries()) FOREST_FEATURE_AT[place] = at + 1;

/** Appends to the row 1 for each forest feature that is present, and 0 for the others. */
function addForestFeatures(row: number[], features: Qualified): void {
  const before = row.length - 1;
  for (let at = 0; at < FOREST_FEATURES.length; at++) row.push(0);
  eachPlace(features, (place) => {
    const sign = FOREST_FEATURE_AT[place]!;
    if (sign > 0) row[before + sign] = 1;
  });
}

export const entityProbabilities = (linear: Linear, prepared: FeaturisedDocument) =>
  new Map<Entity, number>(
    prepared.entities.map((row) => [row.entity, sigmoid(scoreLinear(linear, row.features))]),
  );

/** Number of scores above 0; `scores` is sorted in descending order. */
function positive(scores: readonly number[]): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scores[middle]! > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RANK_MAX = 6;
function rank(list: readonly number[], score: number): number {
  const at = list.slice(0, RANK_MAX).indexOf(score);
  return at < 0 ? RANK_MAX : at;
}
/** Lead of the best score over the next, or (negative) distance to the best. */
const gap = (list: readonly number[], score: number) =>
  list[0] === score ? score - (list[1] ?? score - 4) : score - list[0]!;

/** What the trees see in place of the logit of a place that the encoder did not judge. */
const NOT_JUDGED = -9;
const bestLogit = ({ instances }: Pair): number =>
  Math.max(...instances.map(({ logit }) => logit ?? NOT_JUDGED));

/** The encoder's logits of a pair: at its best place, of all places, and beside its competitors. */
function logitsOf(
  { pair, best }: Scored,
  { ofFrom, ofTo, ofBoth, ofType }: CompetingScores,
): number[] {
  const most = bestLogit(pair);
  return [
    pair.instances[best]!.logit ?? NOT_JUDGED,
    most,
    gap(ofFrom, most),
    gap(ofTo, most),
    gap(ofBoth, most),
    positive(ofFrom),
    positive(ofTo),
    positive(ofType),
  ];
}
const NO_LOGITS: readonly number[] = Array(8).fill(NOT_JUDGED);

/** The trees' input for a pair: its own scores, and its position among its competitors. */
function rowOf(
  { pair, scores, score, best }: Scored,
  { ofFrom, ofTo, ofBoth, ofType }: CompetingScores,
  siblings: SiblingScores,
  probabilities: ReadonlyMap<Entity, number>,
): number[] {
  const { candidate, features } = pair.instances[best]!;
  const sorted = [...scores].sort((a, b) => b - a);
  const row = [
    score,
    sorted[1] ?? -9,
    scores.length,
    positive(sorted),
    rank(ofFrom, score),
    rank(ofTo, score),
    rank(ofBoth, score),
    gap(ofFrom, score),
    gap(ofTo, score),
    gap(ofBoth, score),
    positive(ofFrom),
    positive(ofTo),
    positive(ofType),
    probabilities.get(pair.subject) ?? 0.5,
    probabilities.get(pair.object) ?? 0.5,
    pair.subject.mentions.length,
    pair.object.mentions.length,
    candidate.window === 'same' ? 0 : candidate.window === 'next' ? 1 : 2,
    Math.abs(candidate.subjectMention.start - candidate.objectMention.start),
    candidate.subjectMention.start < candidate.objectMention.start ? 1 : 0,
    candidate.subjectMention.sentence,
  ];
  addForestFeatures(row, features);
  row.push(
    LEARNED_TYPES.indexOf(pair.type),
    KIND_NAMES.indexOf(pair.subject.kind),
    KIND_NAMES.indexOf(pair.object.kind),
  );
  for (const type of LEARNED_TYPES) row.push(type === pair.type ? 1 : 0);
  row.push(siblings.ofSubject, siblings.ofObject);
  return row;
}

export function scorePairs(
  linear: Linear,
  prepared: FeaturisedDocument,
  probabilities: ReadonlyMap<Entity, number>,
): Scored[] {
  const scored = prepared.pairs.map((pair): Scored => {
    const scores = pair.instances.map(({ features }) => scoreLinear(linear, features));
    const score = Math.max(...scores);
    return { pair, best: scores.indexOf(score), scores, score, row: [] };
  });
  const rivals = competingScores(
    prepared,
    scored.map(({ score }) => score),
  );
  const siblings = siblingScores(prepared.document, prepared.pairs, scored);
  const most = prepared.pairs.map(bestLogit);
  const logitRivals = most.some((logit) => logit > NOT_JUDGED)
    ? competingScores(prepared, most)
    : null;
  for (const [at, one] of scored.entries())
    if (one.score > HOPELESS) {
      one.row = rowOf(one, rivals[at]!, siblings[at]!, probabilities);
      one.row.push(...(logitRivals ? logitsOf(one, logitRivals[at]!) : NO_LOGITS));
    }
  return scored;
}

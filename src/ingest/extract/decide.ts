import type { Pair, Prepared } from './prepare.ts';
import {
  calibrated,
  encode,
  FEATURE_SPACE,
  type Forest,
  type Linear,
  type Platt,
  scoreForest,
  scoreLinear,
  sigmoid,
} from './score.ts';
import { type Entity, type Kind, TYPES } from './terms.ts';

/** What training makes: scorers of entities and of pairs, and how sure is sure enough. */
export interface Model {
  readonly entities: Linear;
  readonly pairs: Linear;
  readonly forest: Forest;
  readonly platt: Platt;
  /** By kind and by relationship type. */
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface Scored {
  readonly pair: Pair;
  readonly score: number;
  /** Which of the pair's instances scores best. */
  readonly best: number;
  readonly scores: readonly number[];
  /** What the trees see; empty for a pair that is not worth them. */
  row: number[];
}

export const KINDS: Kind[] = [
  'Person',
  'Organisation',
  'Country',
  'Agreement',
  'WeaponSystem',
  'ArmsSale',
  'Event',
  'Place',
];

/** Pairs that score less are not worth the trees. */
export const HOPELESS = -4;
/** Named features the trees see one by one; the rest reaches them through the linear score. */
const SIGNS =
  'planned denied passive by-before-right from-in-name-of-to to-in-name-of-from to-in-title to-near-title from-has-title notice trigger-between=0 trigger-between=2 trigger-ahead=0 trigger-behind=0 rival-from=0 rival-to=0 a-reference b-reference from-only=true to-only=true first-in-sentence=ab first-in-sentence=ba a-adjective=true b-adjective=true block=list block=title block=heading a-by=verb b-by=verb a-by=head b-by=head b-by=named title-owner=this title-owner=before to-rank=0 distance=ab0 distance=ab1 background=yes background=no compatriots=yes compatriots=no maker=yes maker=no a-in=Organisation a-in=Agreement b-in=Organisation'.split(
    ' ',
  );
/** For each place in the weights the number of the sign that has it, from 1. */
const SIGN_OF = new Uint8Array(FEATURE_SPACE);
for (const [at, place] of encode(SIGNS).entries()) SIGN_OF[place] = at + 1;

function signsOf(features: Int32Array): number[] {
  const signs = SIGNS.map(() => 0);
  for (const feature of features) {
    const sign = SIGN_OF[feature]!;
    if (sign > 0) signs[sign - 1] = 1;
  }
  return signs;
}

export const likelihood = (linear: Linear, prepared: Prepared) =>
  new Map<Entity, number>(
    prepared.entities.map((row) => [row.entity, sigmoid(scoreLinear(linear, row.features))]),
  );

/** The dense row of a pair: its own scores and how it stands among its rivals. */
export function scorePairs(
  linear: Linear,
  prepared: Prepared,
  chances: Map<Entity, number>,
): Scored[] {
  const scored = prepared.pairs.map((pair) => {
    const scores = pair.instances.map((instance) => scoreLinear(linear, instance.features));
    const best = scores.indexOf(Math.max(...scores));
    return { pair, best, scores, score: scores[best], row: [] as number[] };
  });
  const groups = new Map<string, number[]>();
  const put = (key: string, score: number) => {
    const group = groups.get(key);
    if (group) group.push(score);
    else groups.set(key, [score]);
  };
  const keys = ({ pair }: { pair: Pair }) => [
    `${pair.type}>${pair.from.id}`,
    `${pair.type}<${pair.to.id}`,
    `=${pair.from.id} ${pair.to.id}`,
    pair.type,
  ];
  for (const one of scored) for (const key of keys(one)) put(key, one.score);
  for (const list of groups.values()) list.sort((a, b) => b - a);
  for (const one of scored) {
    const { pair, scores, score, best } = one;
    if (score <= HOPELESS) continue;
    const candidate = pair.instances[best].candidate;
    const [ofFrom, ofTo, ofBoth, ofType] = keys(one).map((key) => groups.get(key)!);
    const rank = (list: number[]) => Math.min(6, list.indexOf(score));
    const gap = (list: number[]) =>
      list[0] === score ? score - (list[1] ?? score - 4) : score - list[0];
    const sorted = [...scores].sort((a, b) => b - a);
    one.row = [
      score,
      sorted[1] ?? -9,
      scores.length,
      sorted.filter((value) => value > 0).length,
      rank(ofFrom),
      rank(ofTo),
      rank(ofBoth),
      gap(ofFrom),
      gap(ofTo),
      gap(ofBoth),
      ofFrom.filter((value) => value > 0).length,
      ofTo.filter((value) => value > 0).length,
      ofType.filter((value) => value > 0).length,
      chances.get(pair.from) ?? 0.5,
      chances.get(pair.to) ?? 0.5,
      pair.from.mentions.length,
      pair.to.mentions.length,
      candidate.window === 'same' ? 0 : candidate.window === 'next' ? 1 : 2,
      Math.abs(candidate.a.start - candidate.b.start),
      candidate.a.start < candidate.b.start ? 1 : 0,
      candidate.a.sentence,
      ...signsOf(pair.instances[best].features),
      TYPES.indexOf(pair.type),
      KINDS.indexOf(pair.from.kind),
      KINDS.indexOf(pair.to.kind),
      ...TYPES.map((type) => (type === pair.type ? 1 : 0)),
    ];
  }
  return scored;
}

interface Decided {
  readonly pair: Pair;
  readonly best: number;
  /** Raw scores of the pair's instances. */
  readonly scores: readonly number[];
  /** 0..1, calibrated. */
  readonly probability: number;
}

export interface Decision {
  readonly entities: readonly { readonly entity: Entity; readonly probability: number }[];
  readonly relationships: readonly Decided[];
  /** Every pair with its probability, for calibration. */
  readonly considered: readonly Decided[];
}

/** A relationship this sure vouches for both its ends. */
const VOUCHES = 0.6;
const HOPELESS_PROBABILITY = 0.001;

/** What is kept: likely entities, likely relationships between them, and entities a strong relationship vouches for. */
export function decide(model: Model, prepared: Prepared): Decision {
  const chances = likelihood(model.entities, prepared);
  const considered = scorePairs(model.pairs, prepared, chances).map(
    ({ pair, best, scores, score, row }): Decided => ({
      pair,
      best,
      scores,
      probability:
        score <= HOPELESS
          ? HOPELESS_PROBABILITY
          : calibrated(model.platt, scoreForest(model.forest, row)),
    }),
  );
  const kept = new Set(
    [...chances]
      .filter(([entity, p]) => p >= model.thresholds[entity.kind]!)
      .map(([entity]) => entity),
  );
  const relationships = considered.filter(
    ({ pair, probability }) =>
      probability >= model.thresholds[pair.type]! &&
      ((kept.has(pair.from) && kept.has(pair.to)) || probability > VOUCHES),
  );
  for (const { pair } of relationships) kept.add(pair.from).add(pair.to);
  return {
    entities: [...kept].map((entity) => ({ entity, probability: chances.get(entity)! })),
    relationships,
    considered,
  };
}

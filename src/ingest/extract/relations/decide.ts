import type { Entity } from '../vocabulary.ts';
import type { FeaturisedDocument, Pair } from './featurise.ts';
import { calibrated, type Forest, type Linear, type Platt, scoreForest } from './model/scorers.ts';
import { entityProbabilities, HOPELESS, scorePairs } from './score.ts';

/** What training makes: scorers of entities and of pairs, and how sure is sure enough. */
export interface Model {
  readonly entities: Linear;
  readonly pairs: Linear;
  readonly forest: Forest;
  readonly platt: Platt;
  /** By kind and by relationship type. */
  readonly thresholds: Readonly<Record<string, number>>;
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
  /** How many relationships are likely, and not sure enough for their type. */
  readonly doubtful: number;
  /** Every pair with its probability, for calibration. */
  readonly considered: readonly Decided[];
}

/** A relationship this sure vouches for both its ends. */
const VOUCHES = 0.6;
const HOPELESS_PROBABILITY = 0.001;
/** What is less likely is not even doubtful. */
const LIKELY = 0.3;

/** What is kept: likely entities, likely relationships between them, and entities a strong relationship vouches for. */
export function decide(model: Model, prepared: FeaturisedDocument): Decision {
  const chances = entityProbabilities(model.entities, prepared);
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
      ((kept.has(pair.subject) && kept.has(pair.object)) || probability > VOUCHES),
  );
  for (const { pair } of relationships) kept.add(pair.subject).add(pair.object);
  return {
    entities: [...kept].map((entity) => ({ entity, probability: chances.get(entity)! })),
    relationships,
    doubtful: considered.filter(
      ({ pair, probability }) =>
        probability >= LIKELY && probability < model.thresholds[pair.type]!,
    ).length,
    considered,
  };
}

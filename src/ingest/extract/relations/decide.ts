import type { Entity } from '../vocabulary.ts';
import type { FeaturisedDocument, Pair } from './featurise.ts';
import { calibrated, type Forest, type Linear, type Platt, scoreForest } from './model/scorers.ts';
import { entityProbabilities, HOPELESS, scorePairs } from './score.ts';

/** The result of training: scorers of entities and pairs, and thresholds. */
export interface Model {
  readonly entities: Linear;
  readonly pairs: Linear;
  readonly forest: Forest;
  readonly platt: Platt;
  /** Least probability by kind and by relationship type. */
  readonly thresholds: Readonly<Record<string, number>>;
}

interface Decided {
  readonly pair: Pair;
  readonly best: number;
  /** Linear scores of the pair's instances. */
  readonly scores: readonly number[];
  /** 0..1, calibrated. */
  readonly probability: number;
}

export interface Decision {
  readonly entities: readonly { readonly entity: Entity; readonly probability: number }[];
  readonly relationships: readonly Decided[];
  /** Number of relationships that are likely but below their type's threshold. */
  readonly doubtful: number;
  /** Every pair with its probability, for calibration. */
  readonly considered: readonly Decided[];
}

/** Least probability at which a relationship also keeps both its ends. */
const VOUCHES = 0.6;
const HOPELESS_PROBABILITY = 0.001;
/** Least probability of a doubtful relationship. */
const LIKELY = 0.3;

/** Decides what is kept: likely entities and relationships, and ends of very likely ones. */
export function decide(model: Model, prepared: FeaturisedDocument): Decision {
  const probabilities = entityProbabilities(model.entities, prepared);
  const considered = scorePairs(model.pairs, prepared, probabilities).map(
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
    [...probabilities]
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
    entities: [...kept].map((entity) => ({ entity, probability: probabilities.get(entity)! })),
    relationships,
    doubtful: considered.filter(
      ({ pair, probability }) =>
        probability >= LIKELY && probability < model.thresholds[pair.type]!,
    ).length,
    considered,
  };
}

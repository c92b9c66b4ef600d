import type { Model } from '../ingest/extract/relations/decide.ts';
import { calibrated, type Linear, scoreForest } from '../ingest/extract/relations/model/scorers.ts';
import {
  entityProbabilities,
  HOPELESS,
  type Scored,
  scorePairs,
} from '../ingest/extract/relations/score.ts';
import { LEARNED_TYPES } from '../ingest/extract/relationship-types.ts';
import type { Group, Verdict } from '../labels/gold.ts';
import { type EntityKind, KIND_NAMES } from '../model/kinds.ts';
import { bestThreshold, fitPlatt, preciseThreshold } from './calibration.ts';
import type { Examples, Labels } from './examples.ts';
import { type Example, trainLinear } from './logistic.ts';
import { trainForest } from './trees.ts';

/** Weights of each group's documents, since the style of passages is not that of the press. */
const WEIGHTS: Readonly<
  Record<Group, { entities: number; pairs: number; partyTo: number; forest: number }>
> = {
  real: { entities: 1, pairs: 1, partyTo: 1, forest: 1 },
  press: { entities: 1, pairs: 1, partyTo: 1, forest: 1 },
  passage: { entities: 0.1, pairs: 1, partyTo: 0.25, forest: 0.5 },
};
const groupOf = (one: Examples) => one.labelled.source.group;

/**
 * The group that calibration and thresholds are fitted on: real documents if there are any, because
 * written articles are easier to read.
 */
const judgesOf = (documents: readonly Examples[]): ReadonlySet<Group> =>
  new Set(documents.some((one) => groupOf(one) === 'real') ? ['real'] : ['press']);
const INNER_FOLDS = 3;
/** Thresholds towards which those with few examples are drawn. */
const PRIOR = { type: 0.5, kind: 0.45 };

function weighted(examples: readonly Example[], factor: number): readonly Example[] {
  return factor === 1 ? examples : examples.map((one) => ({ ...one, weight: one.weight * factor }));
}

function trainEntities(documents: readonly Examples[]): Linear {
  return trainLinear(
    documents.flatMap((one) => weighted(one.predicted.entities, WEIGHTS[groupOf(one)].entities)),
  );
}

function trainPairs(documents: readonly Examples[]): Linear {
  return trainLinear(
    documents.flatMap((one) =>
      [...one.predicted.pairs, ...one.gold.pairs].flatMap(({ pair, examples }) => {
        const weights = WEIGHTS[groupOf(one)];
        return weighted(examples, pair.type === 'PARTY_TO' ? weights.partyTo : weights.pairs);
      }),
    ),
  );
}

/** A pair with its score in a document that the scorer had not seen. */
interface Unseen {
  readonly scored: Scored;
  readonly verdict: Verdict;
  readonly fold: number;
  readonly group: Group;
}

interface SeenKind {
  readonly kind: EntityKind;
  readonly probability: number;
  readonly label: number;
}

const foldOf = (at: number) => (at * 7919 + 3) % INNER_FOLDS;

function scoreUnseen(documents: readonly Examples[]): { pairs: Unseen[]; kinds: SeenKind[] } {
  const pairs: Unseen[] = [];
  const kinds: SeenKind[] = [];
  const judge = (
    { verdicts, prepared, entities }: Labels,
    linear: { entities: Linear; pairs: Linear },
    fold: number,
    group: Group,
  ) => {
    const probabilities = entityProbabilities(linear.entities, prepared);
    for (const { entity, label, weight } of entities)
      if (group !== 'passage' && weight >= 0.5)
        kinds.push({ kind: entity.kind, probability: probabilities.get(entity)!, label });
    for (const scored of scorePairs(linear.pairs, prepared, probabilities))
      if (scored.score > HOPELESS)
        pairs.push({ scored, verdict: verdicts.get(scored.pair)!, fold, group });
  };
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const train = documents.filter((_, at) => foldOf(at) !== fold);
    const linear = { entities: trainEntities(train), pairs: trainPairs(train) };
    documents.forEach((one, at) => {
      if (foldOf(at) === fold) judge(one.predicted, linear, fold, groupOf(one));
    });
  }
  return { pairs, kinds };
}

function fitForest(rows: readonly Unseen[]) {
  return trainForest(
    rows.map(({ scored }) => scored.row),
    rows.map(({ verdict }) => verdict.label),
    rows.map(({ verdict, group }) => verdict.weight * WEIGHTS[group].forest),
  );
}

/**
 * Fits linear scorers first; their scores on unseen documents are the input of trees, calibration
 * and thresholds. Deterministic.
 */
export function fitModel(documents: readonly Examples[]): Model {
  const { pairs, kinds } = scoreUnseen(documents);
  const judges = judgesOf(documents);
  const forest = fitForest(pairs);
  // Each fold is scored by trees grown on the others, so that the calibration is unbiased.
  const unseen = Array.from({ length: INNER_FOLDS }, (_, mine) =>
    fitForest(pairs.filter(({ fold }) => fold !== mine)),
  );
  const judged = pairs
    .map((one) => ({ ...one, score: scoreForest(unseen[one.fold]!, one.scored.row) }))
    .filter(({ group, verdict }) => judges.has(group) && verdict.weight >= 0.5);
  const platt = fitPlatt(
    judged.map(({ score }) => score),
    judged.map(({ verdict }) => verdict.label),
    judged.map(() => 1),
  );
  const thresholds: Record<string, number> = {};
  for (const type of LEARNED_TYPES) {
    const mine = judged.filter(({ scored }) => scored.pair.type === type);
    thresholds[type] = preciseThreshold(
      {
        probabilities: mine.map(({ score }) => calibrated(platt, score)),
        labels: mine.map(({ verdict }) => verdict.label),
      },
      PRIOR.type,
    );
  }
  for (const kind of KIND_NAMES) {
    const mine = kinds.filter((one) => one.kind === kind);
    thresholds[kind] = bestThreshold(
      {
        probabilities: mine.map(({ probability }) => probability),
        labels: mine.map(({ label }) => label),
      },
      PRIOR.kind,
    );
  }
  return {
    entities: trainEntities(documents),
    pairs: trainPairs(documents),
    forest,
    platt,
    thresholds,
  };
}

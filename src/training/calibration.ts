import { sigmoid } from '../ingest/extract/relations/model/scorers.ts';

export type Platt = { slope: number; shift: number };

/** Platt scaling: fits a logistic curve to scores of documents that the model has not seen. */
export function fitPlatt(scores: number[], labels: number[], weights: number[]): Platt {
  let [slope, shift] = [1, 0];
  for (let round = 0; round < 60; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-3, 0, 1e-3];
    scores.forEach((score, at) => {
      const p = sigmoid(slope * score + shift);
      const error = (p - labels[at]) * weights[at];
      const w = p * (1 - p) * weights[at];
      ga += error * score;
      gb += error;
      haa += w * score * score;
      hab += w * score;
      hbb += w;
    });
    const determinant = haa * hbb - hab * hab || 1e-9;
    slope -= Math.max(-0.5, Math.min(0.5, (hbb * ga - hab * gb) / determinant));
    shift -= Math.max(-0.5, Math.min(0.5, (haa * gb - hab * ga) / determinant));
  }
  return { slope, shift };
}

/** Predictions of similar probability: their mean, and the share that is right. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly shareRight: number;
}

const BINS = 10;

/** Ten equal bins, without empty ones. */
export function calibrationBins(
  judged: readonly { readonly probability: number; readonly label: number }[],
): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const members = judged.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: members.length,
      meanProbability: mean(members.map(({ probability }) => probability)),
      shareRight: mean(members.map(({ label }) => label)),
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: the mean deviation of the bins, weighted by their size. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, meanProbability, shareRight }) =>
      sum + (count / all) * Math.abs(meanProbability - shareRight),
    0,
  );
}

/**
 * Least precision of kept relationships, since a wrong fact costs more than a missing one. What follows
 * the scorer drops further wrong ones, so that of what is written more than three of four are right.
 */
const PRECISION_MIN = 0.7;
/** Square of the F-score's beta; below 1, precision weighs more than recall. */
const BETA_SQUARED = { entities: 0.4, relationships: 1 };
const CUTS = { first: 0.2, last: 0.9, step: 0.025 };
/** Weight of the prior, in examples. */
const PRIOR_WEIGHT = 15;

interface Judgements {
  /** 0..1 */
  readonly probabilities: readonly number[];
  readonly labels: readonly number[];
}

/** Counts and F-score if all from a threshold on are kept; `beta` is squared. */
function keptFrom({ probabilities, labels }: Judgements, threshold: number, beta: number) {
  let [right, wrong, missed] = [0, 0, 0];
  probabilities.forEach((probability, at) => {
    if (probability >= threshold) {
      if (labels[at]) right++;
      else wrong++;
    } else if (labels[at]) missed++;
  });
  const f = ((1 + beta) * right) / ((1 + beta) * right + wrong + beta * missed || 1);
  return { right, wrong, f };
}

function bestOf(
  judgements: Judgements,
  prior: number,
  beta: number,
  isAllowed: (kept: { readonly right: number; readonly wrong: number }) => boolean,
) {
  let best = { f: -1, threshold: prior };
  for (let cut = CUTS.first; cut <= CUTS.last; cut += CUTS.step) {
    const kept = keptFrom(judgements, cut, beta);
    if (isAllowed(kept) && kept.f > best.f + 1e-9) best = { f: kept.f, threshold: cut };
  }
  const positives = judgements.labels.filter(Boolean).length;
  const trust = positives / (positives + PRIOR_WEIGHT);
  return +(trust * best.threshold + (1 - trust) * prior).toFixed(3);
}

/**
 * The threshold with the best F-score, drawn towards `prior` if positives are few.
 * @returns 0..1
 */
export const bestThreshold = (judgements: Judgements, prior: number): number =>
  bestOf(judgements, prior, BETA_SQUARED.entities, () => true);

/**
 * The threshold with the best F-score among those with a precision of at least `PRECISION_MIN`,
 * drawn towards `prior` if positives are few; `prior` if there is none.
 * @returns 0..1
 */
export const preciseThreshold = (judgements: Judgements, prior: number): number =>
  bestOf(
    judgements,
    prior,
    BETA_SQUARED.relationships,
    ({ right, wrong }) => right >= PRECISION_MIN * (right + wrong),
  );

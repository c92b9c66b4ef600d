import { sigmoid } from '../ingest/extract/relations/model/scorers.ts';

export type Platt = { slope: number; shift: number };

/** Platt scaling: a logistic curve over scores the model gave to documents it had not seen. */
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

/** Judgements of about one probability: how sure they were, and how often right. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly shareRight: number;
}

const BINS = 10;

/** Ten equal bins, the empty ones left out. */
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

/** Expected calibration error: how far bins are off, weighted by how many they hold. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, meanProbability, shareRight }) =>
      sum + (count / all) * Math.abs(meanProbability - shareRight),
    0,
  );
}

/** Precision counts for more than recall: a wrong fact in the graph costs more than a missing one. */
const BETA_SQUARED = 0.6;

/**
 * The threshold with the best F-score, drawn towards `prior` where there are few positives.
 * @returns 0..1
 */
export function bestThreshold(
  probabilities: readonly number[],
  labels: readonly number[],
  prior: number,
): number {
  const positives = labels.filter(Boolean).length;
  let best = { f: -1, threshold: prior };
  for (let threshold = 0.2; threshold <= 0.8; threshold += 0.025) {
    let [right, wrong] = [0, 0];
    probabilities.forEach((probability, at) => {
      if (probability < threshold) return;
      if (labels[at]) right++;
      else wrong++;
    });
    const missed = positives - right;
    const f =
      ((1 + BETA_SQUARED) * right) /
      ((1 + BETA_SQUARED) * right + wrong + BETA_SQUARED * missed || 1);
    if (f > best.f + 1e-9) best = { f, threshold };
  }
  const trust = positives / (positives + 15);
  return +(trust * best.threshold + (1 - trust) * prior).toFixed(3);
}

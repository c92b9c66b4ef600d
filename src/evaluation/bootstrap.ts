import { addCounts, type Counts, none, type Ratios, ratiosOf, type Tally } from './counts.ts';

/** @see Ettinger, Mulberry32, 2017: reproducible pseudo-random numbers in [0, 1) */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bounds of the central 95 %. */
type Interval = readonly [low: number, high: number];
type Intervals = Readonly<Record<keyof Ratios, Interval>>;

const SEED = 20_260_101;
const RESAMPLES = 2_000;
const TAIL = 0.025;
const DOCUMENTS_MIN = 5;

function middle(values: number[]): Interval {
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
  return [at(TAIL), at(1 - TAIL)];
}

/**
 * How far the ratios vary with other documents of the kind: percentile bootstrap over documents.
 * Draws with nothing to count are left out. Deterministic.
 * @returns null where too few documents count anything for a meaningful interval
 * @see Efron and Tibshirani, An Introduction to the Bootstrap, 1993
 */
function intervalsOf(documents: readonly Counts[]): Intervals | null {
  const telling = documents.filter(({ right, wrong, missed }) => right + wrong + missed > 0);
  if (telling.length < DOCUMENTS_MIN) return null;
  const random = randomNumbers(SEED);
  const drawn = { precision: [] as number[], recall: [] as number[], f1: [] as number[] };
  for (let round = 0; round < RESAMPLES; round++) {
    const counts = addCounts(
      documents.map(() => documents[Math.floor(random() * documents.length)]!),
    );
    const { precision, recall, f1 } = ratiosOf(counts);
    if (counts.right + counts.wrong > 0) drawn.precision.push(precision);
    if (counts.right + counts.missed > 0) drawn.recall.push(recall);
    if (counts.right + counts.wrong + counts.missed > 0) drawn.f1.push(f1);
  }
  const unknown: Interval = [0, 0];
  return {
    precision: drawn.precision.length > 0 ? middle(drawn.precision) : unknown,
    recall: drawn.recall.length > 0 ? middle(drawn.recall) : unknown,
    f1: middle(drawn.f1),
  };
}

export interface Measured extends Counts, Ratios {
  readonly interval: Intervals | null;
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** @param documents counts of one thing by document */
function measure(documents: readonly Counts[]): Measured {
  const counts = addCounts(documents);
  const { precision, recall, f1 } = ratiosOf(counts);
  const intervals = intervalsOf(documents);
  const near = ([low, high]: Interval): Interval => [rounded(low), rounded(high)];
  return {
    ...counts,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    interval: intervals && {
      precision: near(intervals.precision),
      recall: near(intervals.recall),
      f1: near(intervals.f1),
    },
  };
}

export interface MeasuredPart {
  readonly all: Measured;
  /** By kind, type or property. */
  readonly each: Readonly<Record<string, Measured>>;
}

/** @param tallies of one part by document */
export function measurePart(tallies: readonly Tally[]): MeasuredPart {
  const keys = [...new Set(tallies.flatMap((tally) => [...tally.keys()]))].sort();
  return {
    all: measure(tallies.map((tally) => addCounts(tally.values()))),
    each: Object.fromEntries(
      keys.map((key) => [key, measure(tallies.map((tally) => tally.get(key) ?? none()))]),
    ),
  };
}

import { FEATURE_SPACE, type Linear, sigmoid } from '../ingest/extract/relations/model/scorers.ts';

/** Features of an instance, its label, and its weight in training. */
export interface Example {
  readonly features: Int32Array;
  readonly label: number;
  readonly weight: number;
}

interface LinearOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Least number of occurrences of a feature. */
  readonly minimum: number;
}
const LINEAR: LinearOptions = { epochs: 12, rate: 0.12, l2: 0.0006, minimum: 2 };

/** Error below which an example is skipped, since most are easy negatives. */
const LEARNED = 0.003;

/** A random generator with a fixed seed, so that the order is reproducible. */
function shuffler(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Indices of the features in use, the most frequent first, so that they share cache lines. */
function placesOf(examples: readonly Example[], minimum: number): Int32Array {
  const counts = new Uint32Array(FEATURE_SPACE);
  for (const example of examples) for (const feature of example.features) counts[feature]!++;
  const kept: number[] = [];
  for (let feature = 0; feature < FEATURE_SPACE; feature++)
    if (counts[feature]! >= minimum) kept.push(feature);
  return Int32Array.from(kept.sort((a, b) => counts[b]! - counts[a]! || a - b));
}

/** Logistic regression with AdaGrad; features of fewer than `minimum` occurrences are dropped. */
export function trainLinear(examples: readonly Example[], options: LinearOptions = LINEAR): Linear {
  const features = placesOf(examples, options.minimum);
  const placeOf = new Int32Array(FEATURE_SPACE).fill(-1);
  for (const [place, feature] of features.entries()) placeOf[feature] = place;
  const rows = examples.map((example) =>
    example.features.map((feature) => placeOf[feature]!).filter((place) => place >= 0),
  );
  // Each feature's weight, followed by the sum of its squared gradients.
  const state = new Float64Array(2 * features.length);
  for (let at = 1; at < state.length; at += 2) state[at] = 0.1;
  let bias = -1;
  let biasSquare = 0.1;
  const random = shuffler();
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) {
      const row = rows[at]!;
      const { label, weight } = examples[at]!;
      let sum = bias;
      for (let one = 0; one < row.length; one++) sum += state[2 * row[one]!]!;
      const gradient = (sigmoid(sum) - label) * weight;
      if (gradient < LEARNED && gradient > -LEARNED) continue;
      for (let one = 0; one < row.length; one++) {
        const place = 2 * row[one]!;
        const step = gradient + options.l2 * state[place]!;
        state[place + 1]! += step * step;
        state[place]! -= (options.rate * step) / Math.sqrt(state[place + 1]!);
      }
      biasSquare += gradient * gradient;
      bias -= (options.rate * gradient) / Math.sqrt(biasSquare);
    }
  }
  const weights = new Float64Array(FEATURE_SPACE);
  for (const [place, feature] of features.entries()) weights[feature] = state[2 * place]!;
  return { bias, weights };
}

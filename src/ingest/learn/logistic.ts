import { FEATURE_SPACE, type Linear, sigmoid } from '../extract/score.ts';

/** Features of one instance, what it should have been, and how much it teaches. */
export interface Example {
  readonly features: Int32Array;
  readonly label: number;
  readonly weight: number;
}

interface LinearOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Features seen fewer times teach nothing. */
  readonly minimum: number;
}
const LINEAR: LinearOptions = { epochs: 12, rate: 0.12, l2: 0.0006, minimum: 2 };

/** A small generator with a fixed seed: the same order on every run. */
function shuffler(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Logistic regression by AdaGrad over named features; names seen fewer than `minimum` times are dropped. */
export function trainLinear(examples: readonly Example[], options: LinearOptions = LINEAR): Linear {
  const counts = new Uint32Array(FEATURE_SPACE);
  for (const example of examples) for (const feature of example.features) counts[feature]++;
  const rows = examples.map((example) =>
    example.features.filter((feature) => counts[feature] >= options.minimum),
  );
  const weights = new Float64Array(FEATURE_SPACE);
  const squares = new Float64Array(FEATURE_SPACE).fill(0.1);
  let bias = -1;
  let biasSquare = 0.1;
  const random = shuffler();
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other], order[at]];
    }
    for (const at of order) {
      const row = rows[at];
      let sum = bias;
      for (const feature of row) sum += weights[feature];
      const gradient = (sigmoid(sum) - examples[at].label) * examples[at].weight;
      for (const feature of row) {
        const step = gradient + options.l2 * weights[feature];
        squares[feature] += step * step;
        weights[feature] -= (options.rate * step) / Math.sqrt(squares[feature]);
      }
      biasSquare += gradient * gradient;
      bias -= (options.rate * gradient) / Math.sqrt(biasSquare);
    }
  }
  return { bias, weights };
}

import {
  type Forest,
  leafOf,
  sigmoid,
  type TreeNode,
} from '../ingest/extract/relations/model/scorers.ts';

type ForestOptions = {
  trees: number;
  depth: number;
  rate: number;
  leaf: number;
  l2: number;
};
const FOREST: ForestOptions = { trees: 120, depth: 3, rate: 0.08, leaf: 8, l2: 3 };
const BINS = 24;
/** Gradient, hessian and count of one bin. */
const SUMS = 3;

function cuts(rows: readonly number[][], feature: number): number[] {
  const values = [...new Set(rows.map((row) => row[feature]!))].sort((a, b) => a - b);
  if (values.length <= BINS) return values.slice(1);
  return [
    ...new Set(
      Array.from(
        { length: BINS - 1 },
        (_, at) => values[Math.floor(((at + 1) * values.length) / BINS)]!,
      ),
    ),
  ];
}

/** Rows as indices of bins, all features of a row together. */
function binned(rows: readonly number[][], edges: readonly number[][]): Uint8Array {
  const bins = new Uint8Array(rows.length * edges.length);
  rows.forEach((row, at) => {
    for (let feature = 0; feature < edges.length; feature++) {
      const mine = edges[feature]!;
      let bin = 0;
      while (bin < mine.length && mine[bin]! <= row[feature]!) bin++;
      bins[at * edges.length + feature] = bin;
    }
  });
  return bins;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Grows one tree on the gradients and hessians of all rows. */
class Grower {
  private readonly edges: readonly number[][];
  private readonly bins: Uint8Array;
  private readonly options: ForestOptions;
  gradient = new Float64Array();
  hessian = new Float64Array();

  constructor(edges: readonly number[][], bins: Uint8Array, options: ForestOptions) {
    this.edges = edges;
    this.bins = bins;
    this.options = options;
  }

  histogram(members: Int32Array): Float64Array {
    const width = this.edges.length;
    const sums = new Float64Array(width * BINS * SUMS);
    for (const at of members) {
      const [g, h] = [this.gradient[at]!, this.hessian[at]!];
      for (let feature = 0; feature < width; feature++) {
        const place = (feature * BINS + this.bins[at * width + feature]!) * SUMS;
        sums[place]! += g;
        sums[place + 1]! += h;
        sums[place + 2]!++;
      }
    }
    return sums;
  }

  private bestSplit(sums: Float64Array, g: number, h: number, count: number): Split {
    const { leaf, l2 } = this.options;
    let best: Split = { gain: 1e-3, feature: -1, bin: 0 };
    for (let feature = 0; feature < this.edges.length; feature++) {
      let [lg, lh, ln] = [0, 0, 0];
      for (let bin = 0; bin < this.edges[feature]!.length; bin++) {
        const place = (feature * BINS + bin) * SUMS;
        lg += sums[place]!;
        lh += sums[place + 1]!;
        ln += sums[place + 2]!;
        if (ln < leaf || count - ln < leaf) continue;
        const gain = (lg * lg) / (lh + l2) + (g - lg) ** 2 / (h - lh + l2) - (g * g) / (h + l2);
        if (gain > best.gain) best = { gain, feature, bin };
      }
    }
    return best;
  }

  /** @param sums the members' histogram, if known */
  grow(members: Int32Array, depth: number, sums?: Float64Array): TreeNode {
    const { leaf, l2 } = this.options;
    let [g, h] = [0, 0];
    for (const at of members) {
      g += this.gradient[at]!;
      h += this.hessian[at]!;
    }
    const value = g / (h + l2);
    if (depth === 0 || members.length < 2 * leaf) return { value };
    const mine = sums ?? this.histogram(members);
    const { feature, bin } = this.bestSplit(mine, g, h, members.length);
    if (feature < 0) return { value };
    const width = this.edges.length;
    const goesYes = (at: number) => this.bins[at * width + feature]! <= bin;
    const yes = members.filter(goesYes);
    const no = members.filter((at) => !goesYes(at));
    if (depth > 1) {
      // Only the smaller side is counted; the other one is the difference.
      const counted = this.histogram(yes.length < no.length ? yes : no);
      for (let at = 0; at < mine.length; at++) mine[at]! -= counted[at]!;
      const [ofYes, ofNo] = yes.length < no.length ? [counted, mine] : [mine, counted];
      return this.node(
        feature,
        bin,
        this.grow(yes, depth - 1, ofYes),
        this.grow(no, depth - 1, ofNo),
      );
    }
    return this.node(feature, bin, this.grow(yes, 0), this.grow(no, 0));
  }

  private node(feature: number, bin: number, yes: TreeNode, no: TreeNode): TreeNode {
    return { feature, below: this.edges[feature]![bin]!, yes, no };
  }
}

/** Gradient-boosted trees on dense rows: logistic loss, Newton leaves, deterministic. */
export function trainForest(
  rows: number[][],
  labels: number[],
  weights: number[],
  options: ForestOptions = FOREST,
): Forest {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const rate = Math.min(
    0.99,
    Math.max(0.01, labels.reduce((sum, label, at) => sum + label * weights[at]!, 0) / total),
  );
  const trees: TreeNode[] = [];
  const forest: Forest = { base: Math.log(rate / (1 - rate)), rate: options.rate, trees };
  if (!rows.length) return forest;
  const edges = rows[0]!.map((_, feature) => cuts(rows, feature));
  const grower = new Grower(edges, binned(rows, edges), options);
  const scores = new Float64Array(rows.length).fill(forest.base);
  const all = Int32Array.from(rows, (_, at) => at);
  for (let round = 0; round < options.trees; round++) {
    const probabilities = scores.map(sigmoid);
    grower.gradient = probabilities.map(
      (probability, at) => (labels[at]! - probability) * weights[at]!,
    );
    grower.hessian = probabilities.map(
      (probability, at) => probability * (1 - probability) * weights[at]!,
    );
    const tree = grower.grow(all, options.depth);
    trees.push(tree);
    rows.forEach((row, at) => {
      scores[at]! += options.rate * leafOf(tree, row);
    });
  }
  return forest;
}

import { type Forest, leafOf, sigmoid, type TreeNode } from '../extract/score.ts';

type ForestOptions = {
  trees: number;
  depth: number;
  rate: number;
  leaf: number;
  l2: number;
};
const FOREST: ForestOptions = { trees: 120, depth: 3, rate: 0.08, leaf: 8, l2: 3 };
const BINS = 24;

function cuts(rows: number[][], feature: number): number[] {
  const values = [...new Set(rows.map((row) => row[feature]))].sort((a, b) => a - b);
  if (values.length <= BINS) return values.slice(1);
  return [
    ...new Set(
      Array.from(
        { length: BINS - 1 },
        (_, at) => values[Math.floor(((at + 1) * values.length) / BINS)],
      ),
    ),
  ];
}

/** Gradient-boosted trees on dense rows (logistic loss, Newton leaves, no sampling: fully deterministic). */
export function trainForest(
  rows: number[][],
  labels: number[],
  weights: number[],
  options: ForestOptions = FOREST,
): Forest {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const rate = Math.min(
    0.99,
    Math.max(0.01, labels.reduce((sum, label, at) => sum + label * weights[at], 0) / total),
  );
  const trees: TreeNode[] = [];
  const forest: Forest = { base: Math.log(rate / (1 - rate)), rate: options.rate, trees };
  if (!rows.length) return forest;
  const edges = rows[0].map((_, feature) => cuts(rows, feature));
  const bins = rows.map((row) =>
    row.map((value, feature) => edges[feature].filter((edge) => edge <= value).length),
  );
  const scores = rows.map(() => forest.base);
  for (let round = 0; round < options.trees; round++) {
    const gradient = scores.map((score, at) => (labels[at] - sigmoid(score)) * weights[at]);
    const hessian = scores
      .map((score) => sigmoid(score) * (1 - sigmoid(score)))
      .map((value, at) => value * weights[at]);
    const grow = (members: number[], depth: number): TreeNode => {
      let [g, h] = [0, 0];
      for (const at of members) {
        g += gradient[at];
        h += hessian[at];
      }
      const value = g / (h + options.l2);
      if (depth === 0 || members.length < 2 * options.leaf) return { value };
      let best = { gain: 1e-3, feature: -1, bin: 0 };
      for (let feature = 0; feature < edges.length; feature++) {
        if (!edges[feature].length) continue;
        const gs = new Float64Array(edges[feature].length + 1);
        const hs = new Float64Array(edges[feature].length + 1);
        const ns = new Int32Array(edges[feature].length + 1);
        for (const at of members) {
          const bin = bins[at][feature];
          gs[bin] += gradient[at];
          hs[bin] += hessian[at];
          ns[bin]++;
        }
        let [lg, lh, ln] = [0, 0, 0];
        for (let bin = 0; bin < edges[feature].length; bin++) {
          lg += gs[bin];
          lh += hs[bin];
          ln += ns[bin];
          if (ln < options.leaf || members.length - ln < options.leaf) continue;
          const gain =
            (lg * lg) / (lh + options.l2) +
            (g - lg) ** 2 / (h - lh + options.l2) -
            (g * g) / (h + options.l2);
          if (gain > best.gain) best = { gain, feature, bin };
        }
      }
      if (best.feature < 0) return { value };
      const goesYes = (at: number) => bins[at][best.feature] <= best.bin;
      return {
        feature: best.feature,
        below: edges[best.feature][best.bin],
        yes: grow(members.filter(goesYes), depth - 1),
        no: grow(
          members.filter((at) => !goesYes(at)),
          depth - 1,
        ),
      };
    };
    const tree = grow(
      rows.map((_, at) => at),
      options.depth,
    );
    trees.push(tree);
    rows.forEach((row, at) => (scores[at] += options.rate * leafOf(tree, row)));
  }
  return forest;
}

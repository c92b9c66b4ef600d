/** Learned scorers: weights by hashed feature names, boosted trees, a calibration curve. */

/** A weight for each hashed feature. */
export interface Linear {
  readonly bias: number;
  readonly weights: Float32Array | Float64Array;
}

export type TreeNode =
  | { readonly value: number }
  | {
      readonly feature: number;
      readonly below: number;
      readonly yes: TreeNode;
      readonly no: TreeNode;
    };

export interface Forest {
  readonly base: number;
  readonly rate: number;
  readonly trees: readonly TreeNode[];
}

/** A logistic curve over raw scores. */
export interface Platt {
  readonly slope: number;
  readonly shift: number;
}

const BITS = 19;
export const FEATURE_SPACE = 1 << BITS;
const MASK = FEATURE_SPACE - 1;

const SEED = 0x811c9dc5 | 0;

/** Continues an FNV-1a hash, 32 bits, with a text. */
export function hashOn(state: number, text: string): number {
  let value = state;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** FNV-1a hash, 32 bits, signed. */
export function hash(name: string): number {
  return hashOn(SEED, name);
}

/** Indices of features in the weights. */
export function encode(names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => hash(name) & MASK);
}

/** Features that each count alone and combined with a qualifier, such as the type. */
export interface Qualified {
  readonly qualifier: string;
  /** Hashes of names of features that other qualifiers share. */
  readonly shared: readonly number[];
  /** Hashes of names of the other features. */
  readonly own: readonly number[];
}

const together = (value: number, salt: number) =>
  (Math.imul(value ^ salt, 0x9e3779b1) >>> 7) & MASK;

/** Visits all indices in the weights: of each feature, each with the qualifier, the qualifier. */
export function eachPlace(
  { qualifier, shared, own }: Qualified,
  visit: (place: number) => void,
): void {
  const salt = hash(qualifier);
  for (const hashes of [shared, own])
    for (const value of hashes) {
      visit(value & MASK);
      visit(together(value, salt));
    }
  visit(salt & MASK);
}

export function encodeQualified(qualified: Qualified): Int32Array {
  const { shared, own } = qualified;
  const places = new Int32Array((shared.length + own.length) * 2 + 1);
  let at = 0;
  eachPlace(qualified, (place) => {
    places[at++] = place;
  });
  return places;
}

function addWeights(start: number, { weights }: Linear, hashes: readonly number[], salt: number) {
  let sum = start;
  for (let at = 0; at < hashes.length; at++) {
    const value = hashes[at]!;
    sum += weights[value & MASK]!;
    sum += weights[together(value, salt)]!;
  }
  return sum;
}

/** Adds up the weights of all those indices without building a list. */
export function scoreLinear(model: Linear, { qualifier, shared, own }: Qualified): number {
  const salt = hash(qualifier);
  const sum = addWeights(addWeights(model.bias, model, shared, salt), model, own, salt);
  return sum + model.weights[salt & MASK]!;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function leafOf(tree: TreeNode, row: ArrayLike<number>): number {
  let node = tree;
  while (!('value' in node)) node = (row[node.feature] as number) < node.below ? node.yes : node.no;
  return node.value;
}

export function scoreForest(forest: Forest, row: ArrayLike<number>): number {
  let sum = forest.base;
  for (const tree of forest.trees) sum += forest.rate * leafOf(tree, row);
  return sum;
}

/** @returns the probability, 0..1 */
export function calibrated({ slope, shift }: Platt, score: number): number {
  return sigmoid(slope * score + shift);
}

/** A linear model as stored in JSON, with one signed byte per weight. */
export interface PackedLinear {
  readonly bias: number;
  readonly scale: number;
  readonly bytes: string;
}

export function packLinear({ bias, weights }: Linear): PackedLinear {
  let most = 1e-9;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bias, scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

export function unpackLinear({ bias, scale, bytes }: PackedLinear): Linear {
  const buffer = Buffer.from(bytes, 'base64');
  const packed = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  return { bias, weights: Float32Array.from(packed, (byte) => byte * scale) };
}

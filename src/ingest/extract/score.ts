/** Scores as learned: weights by hashed feature names, boosted trees over a dense row, a calibration curve. */

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

/** FNV-1a, 32 bits, of what was read so far and then this text. */
export function hashOn(state: number, text: string): number {
  let value = state;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** FNV-1a, 32 bits, signed. */
export function hash(name: string): number {
  return hashOn(SEED, name);
}

/** Places of features in the weights. */
export function encode(names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => hash(name) & MASK);
}

/**
 * The same, each feature alone and together with a qualifier, and the qualifier itself.
 * @param hashes of the features' names
 */
export function encodeWith(qualifier: string, hashes: readonly number[]): Int32Array {
  const places = new Int32Array(hashes.length * 2 + 1);
  const salt = hash(qualifier);
  for (let at = 0; at < hashes.length; at++) {
    const value = hashes[at]!;
    places[2 * at] = value & MASK;
    places[2 * at + 1] = (Math.imul(value ^ salt, 0x9e3779b1) >>> 7) & MASK;
  }
  places[hashes.length * 2] = salt & MASK;
  return places;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function scoreLinear(model: Linear, features: Int32Array): number {
  let sum = model.bias;
  for (const feature of features) sum += model.weights[feature] as number;
  return sum;
}

export function leafOf(tree: TreeNode, row: ArrayLike<number>): number {
  let node = tree;
  while (!('value' in node)) node = (row[node.feature] as number) < node.below ? node.yes : node.no;
  return node.value;
}

export function scoreForest(forest: Forest, row: ArrayLike<number>): number {
  return forest.trees.reduce((sum, tree) => sum + forest.rate * leafOf(tree, row), forest.base);
}

/** @returns 0..1 */
export function calibrated({ slope, shift }: Platt, score: number): number {
  return sigmoid(slope * score + shift);
}

/** A model as it is kept in JSON: one signed byte for each weight. */
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

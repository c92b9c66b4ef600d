import { hash, hashOn } from './score.ts';

/** More features than half of this are told apart by a set, which is slower. */
const SLOTS = 1_024;
/** For each slot the number of a feature, from 1; emptied after use. */
const slots = new Int16Array(SLOTS);

/** Each once, in their order. */
function distinct(hashes: readonly number[]): number[] {
  if (hashes.length > SLOTS / 2) return [...new Set(hashes)];
  const kept: number[] = [];
  for (const value of hashes) {
    let slot = value & (SLOTS - 1);
    while (slots[slot] !== 0 && kept[slots[slot]! - 1] !== value) slot = (slot + 1) & (SLOTS - 1);
    if (slots[slot] === 0) slots[slot] = kept.push(value);
  }
  slots.fill(0);
  return kept;
}

type Part = string | number | boolean | undefined;

/**
 * Features of one thing, each once, in the order they were added. Used as a tag, `add` reads the
 * parts of a name one after the other: the names, of which a document has tens of thousands, are
 * never built.
 */
export class FeatureSet {
  private readonly hashes: number[] = [];

  readonly add = (name: string | TemplateStringsArray, ...parts: readonly Part[]): void => {
    if (typeof name === 'string') {
      this.hashes.push(hash(name));
      return;
    }
    let value = hash(name[0]!);
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      value = hashOn(hashOn(value, typeof part === 'string' ? part : String(part)), name[at + 1]!);
    }
    this.hashes.push(value);
  };

  /** Hashes of the names. */
  readonly list = (): number[] => distinct(this.hashes);
}

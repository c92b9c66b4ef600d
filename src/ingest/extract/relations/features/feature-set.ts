import { hash, hashOn } from '../model/scorers.ts';

/** More features than half of this are told apart by a set, which is slower. */
const SLOTS = 1_024;
/** For each slot the number of a feature, from 1; emptied after use. */
const slots = new Int16Array(SLOTS);

/** Leaves each once, in their order. */
function distinct(hashes: number[]): number[] {
  if (hashes.length > SLOTS / 2) return [...new Set(hashes)];
  let kept = 0;
  for (const value of hashes) {
    let slot = value & (SLOTS - 1);
    while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== value) slot = (slot + 1) & (SLOTS - 1);
    if (slots[slot] !== 0) continue;
    hashes[kept++] = value;
    slots[slot] = kept;
  }
  hashes.length = kept;
  slots.fill(0);
  return hashes;
}

type Part = string | number | boolean | undefined;

/**
 * Features of one thing, each once, in the order they were added. Used as a tag, `add` reads the
 * parts of a name one after the other: the names, of which a document has tens of thousands, are
 * never built.
 */
export class FeatureSet {
  /** Hashes of the names added so far; hashes known already are put behind them. */
  readonly hashes: number[] = [];

  add(name: string | TemplateStringsArray, ...parts: readonly Part[]): void {
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
  }

  addAll(hashes: readonly number[]): void {
    for (const value of hashes) this.hashes.push(value);
  }

  /** Hashes of the names, when all are added. */
  list(): number[] {
    return distinct(this.hashes);
  }
}

import { hash, hashOn } from '../model/scorers.ts';

/** Size of the hash table; above half of it a Set is used, which is slower. */
const SLOTS = 1_024;
/** For each slot the index of a feature plus 1; cleared after each use. */
const slots = new Int16Array(SLOTS);

/** Removes duplicates in place and keeps the order. */
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
 * Distinct features in the order of addition. As a template tag, `add` hashes the parts of a name
 * one by one, so that the tens of thousands of names of a document are never built.
 */
export class FeatureSet {
  /** Hashes of the added names; known hashes may be appended. */
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

  /** Distinct hashes, after all names are added. */
  list(): number[] {
    return distinct(this.hashes);
  }
}

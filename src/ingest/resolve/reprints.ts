import { foldText } from '../../model/ids.ts';

/** A MinHash signature of a text, and keys by which likely reprints are found. */
export interface Fingerprint {
  readonly signature: readonly number[];
  /** Texts that may be one story share at least one band. */
  readonly bands: readonly string[];
}

const SHINGLE_WORDS = 4;
const SIGNATURE_LENGTH = 60;
export const BANDS = 6;
const BAND_ROWS = 3;
/** Estimated share of common shingles from which two texts are one story. */
const SAME_STORY = 0.5;
/** Shorter texts, in words, have too few shingles to compare. */
const WORDS_MIN = 30;

function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Derives a family of hashes from one hash: multiply and add with odd constants. */
function member(value: number, at: number): number {
  return (Math.imul(value, 0x9e3779b1 + 2 * at) + Math.imul(at + 1, 0x7feb352d)) >>> 0;
}

/**
 * @returns null for texts too short to compare
 * @see Broder, On the resemblance and containment of documents, 1997
 */
export function fingerprintOf(text: string): Fingerprint | null {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < WORDS_MIN) return null;
  const signature = new Array<number>(SIGNATURE_LENGTH).fill(0xffffffff);
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    const shingle = hash(words.slice(at, at + SHINGLE_WORDS).join(' '), 0);
    for (let i = 0; i < SIGNATURE_LENGTH; i++) {
      const value = member(shingle, i);
      if (value < signature[i]!) signature[i] = value;
    }
  }
  const bands = Array.from({ length: BANDS }, (_, band) =>
    signature.slice(band * BAND_ROWS, (band + 1) * BAND_ROWS).join('-'),
  );
  return { signature, bands };
}

/** Whether two signatures are of one story: a reprint or an update. */
export function sameStory(a: readonly number[], b: readonly number[]): boolean {
  const equal = a.filter((value, at) => value === b[at]).length;
  return a.length === b.length && equal / a.length >= SAME_STORY;
}

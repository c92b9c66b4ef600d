import { LRUCache } from 'lru-cache';

/** What yoga asks of a cache. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Of anything, so that many small ones are bounded as well. */
const NUMBER_MAX = 1_000;
/** A parsed document takes about 200 bytes for each character of its text: 16 MB in all. */
const CHARACTERS_MAX = 80_000;
/** Longer documents are parsed each time: real ones have less than half of this. */
const DOCUMENT_MAX = 20_000;

/**
 * The most recently used values, bounded by their number and by their length.
 * @param lengthOf what counts of a value; its key unless said otherwise
 */
export function cacheByLength<T extends object | string>(
  lengthMax = CHARACTERS_MAX,
  oneMax = DOCUMENT_MAX,
  lengthOf: (key: string, value: T) => number = (key) => key.length,
): Cache<T> {
  const kept = new LRUCache<string, T>({
    max: NUMBER_MAX,
    maxSize: lengthMax,
    maxEntrySize: oneMax,
    sizeCalculation: (value, key) => Math.max(1, lengthOf(key, value)),
  });
  return { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
}

/** Mistakes are not kept: whoever sends one sends another. */
export const noCache: Cache<never> = { get: () => undefined, set: () => {} };

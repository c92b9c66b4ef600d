import { LRUCache } from 'lru-cache';

/** The part of a cache that yoga uses. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Most values, so that many small ones are bounded too. */
const NUMBER_MAX = 1_000;
/** About 200 bytes for each character of a parsed document: 16 MB in all. */
const CHARACTERS_MAX = 80_000;
/** Longer documents are parsed each time; real ones have less than half of this. */
const DOCUMENT_MAX = 20_000;

/**
 * Keeps the most recently used values, bounded by their number and total length.
 * @param lengthOf a value in characters; by default the length of its key
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

/** For errors, which are not kept: a client that makes one mistake makes others. */
export const noCache: Cache<never> = { get: () => undefined, set: () => {} };

/** What yoga asks of a cache. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** A parsed document with its plans takes some 60 bytes for each character: 30 MB in all. */
const CHARACTERS_MAX = 500_000;
/** Longer documents are parsed each time: real ones have less than half of this. */
const DOCUMENT_MAX = 20_000;

/**
 * The most recently used values, bounded by their length and not by their number.
 * @param lengthOf what counts of a value; its key unless said otherwise
 */
export function cacheByLength<T>(
  lengthMax = CHARACTERS_MAX,
  oneMax = DOCUMENT_MAX,
  lengthOf: (key: string, value: T) => number = (key) => key.length,
): Cache<T> {
  const kept = new Map<string, T>();
  let length = 0;
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      if (lengthOf(key, value) > oneMax) return;
      const before = kept.get(key);
      if (before !== undefined) length -= lengthOf(key, before);
      kept.delete(key);
      kept.set(key, value);
      length += lengthOf(key, value);
      for (const [oldest, its] of kept) {
        if (length <= lengthMax) break;
        kept.delete(oldest);
        length -= lengthOf(oldest, its);
      }
    },
  };
}

/** Mistakes are not kept: whoever sends one sends another. */
export const noCache: Cache<never> = { get: () => undefined, set: () => {} };

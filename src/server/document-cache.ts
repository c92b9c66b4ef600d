/** What yoga asks of a cache. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** A parsed document with its plans takes some 60 bytes for each character: 30 MB in all. */
const CHARACTERS_MAX = 500_000;
/** Longer documents are parsed each time: real ones have less than half of this. */
const DOCUMENT_MAX = 20_000;

/** The most recently used values, bounded by the length of their keys and not by their number. */
export function cacheByLength<T>(
  lengthMax = CHARACTERS_MAX,
  keyLengthMax = DOCUMENT_MAX,
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
      if (key.length > keyLengthMax) return;
      if (!kept.has(key)) length += key.length;
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (length <= lengthMax) break;
        kept.delete(oldest);
        length -= oldest.length;
      }
    },
  };
}

/** Mistakes are not kept: whoever sends one sends another. */
export const noCache: Cache<never> = { get: () => undefined, set: () => {} };

import { createHash } from 'node:crypto';
import { type Cache, cacheByLength } from './document-cache.ts';
import type { Given } from './get-query.ts';

/** Queries that clients have sent before, by the SHA-256 of their text. */
export type PersistedQueries = Cache<string>;

/** Room for some 2,000 queries of the usual size; a longer one must be sent each time. */
const CHARACTERS_MAX = 4_000_000;
const QUERY_MAX = 20_000;

export const persistedQueries = (): PersistedQueries =>
  cacheByLength(CHARACTERS_MAX, QUERY_MAX, (_hash, query) => query.length);

export interface PersistedRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Clients recognise these words, and then send the query. */
const NOT_FOUND = {
  status: 200,
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'PersistedQueryNotFound',
};
const NOT_SUPPORTED = {
  status: 200,
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  message: 'PersistedQueryNotSupported',
};
const MISMATCH = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'the query is not the one that sha256Hash stands for; send the SHA-256 of its text.',
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Replaces a hash by its query, or keeps the query for the next time.
 * @returns null when no hash was sent: the request is then used unchanged
 */
export function resolvePersisted(
  kept: PersistedQueries,
  given: Given,
): Given | PersistedRefusal | null {
  const { extensions, query } = given;
  if (!isObject(extensions) || extensions.persistedQuery === undefined) return null;
  const { persistedQuery, ...others } = extensions;
  if (!isObject(persistedQuery) || persistedQuery.version !== 1) return NOT_SUPPORTED;
  const hash = persistedQuery.sha256Hash;
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return NOT_SUPPORTED;
  const { extensions: _, ...rest } = given;
  const asked = { ...rest, ...(Object.keys(others).length > 0 ? { extensions: others } : {}) };
  if (query === undefined || query === null || query === '') {
    const known = kept.get(hash);
    return known === undefined ? NOT_FOUND : { ...asked, query: known };
  }
  if (typeof query !== 'string') return asked;
  if (createHash('sha256').update(query).digest('hex') !== hash) return MISMATCH;
  kept.set(hash, query);
  return asked;
}

export const isRefusal = (result: Given | PersistedRefusal): result is PersistedRefusal =>
  'status' in result;

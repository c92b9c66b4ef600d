import { Kind, parse } from 'graphql';

/** Longer requests are not examined, because examining must cost less than refusing. */
const BYTES_MAX = 500;
const TOKENS_MAX = 60;

/**
 * Whether a request selects only `__typename`, as clients do to see whether a server is up. It
 * needs no database and therefore no place, and is answered when all places are taken.
 */
export function isFreeQuery(body: Buffer): boolean {
  if (body.length > BYTES_MAX || !body.includes('__typename')) return false;
  try {
    const { query } = JSON.parse(body.toString('utf8')) as { query?: unknown };
    if (typeof query !== 'string') return false;
    return parse(query, { maxTokens: TOKENS_MAX, noLocation: true }).definitions.every(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.selectionSet.selections.every(
          (selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename',
        ),
    );
  } catch {
    return false;
  }
}

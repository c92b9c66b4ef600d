import { Kind, parse } from 'graphql';

/** Longer ones are not looked at: looking must cost less than refusing does. */
const BYTES_MAX = 500;
const TOKENS_MAX = 60;

/**
 * Whether a request asks for nothing but `__typename`, as clients do to see whether a server is
 * there. It needs no database, so it needs no place either, and is answered when all are taken.
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

import { type Ask, type Asked, textOf } from '../pages/operations/graphql.ts';

/** Longest ordinary request, in characters; the server needs a header for a longer one. */
const LARGE = 90_000;

/** Sends an operation over HTTP like any client; a lost connection is an error of the answer. */
export const ask: Ask = async (operation, variables) => {
  try {
    const body = JSON.stringify({ query: textOf(operation), variables });
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(body.length > LARGE && { 'x-entente-preview': 'true' }),
      },
      body,
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Asked<never>>;
    return { data, errors };
  } catch {
    return { data: null, errors: [{ message: 'The server does not answer; try again.' }] };
  }
};

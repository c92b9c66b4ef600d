import { type Ask, type Asked, textOf } from '../pages/operations/graphql.ts';

/** Only a document that is brought along is as long; the server is told beforehand. */
const LARGE = 90_000;

/** Asks this server over HTTP, as any client does. A broken connection is an error among the others. */
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

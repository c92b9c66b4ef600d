import { type Ask, type Asked, textOf } from '../pages/operations/graphql.ts';

/** Asks this server over HTTP, as any client does. A broken connection is an error among the others. */
export const ask: Ask = async (operation, variables) => {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: textOf(operation), variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Asked<never>>;
    return { data, errors };
  } catch {
    return { data: null, errors: [{ message: 'The server does not answer; try again.' }] };
  }
};

import type { IncomingMessage } from 'node:http';

/** The query of a GET address, in the form of a POST body. */
export interface Given {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/** Headers that a page can send to another site only after a preflight. */
const PREFLIGHTED = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'graphql-require-preflight',
];
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
/** Programs that read the answer name this type; links, images and scripts of a page never do. */
const ASKS_FOR_JSON = /\bapplication\/(?:[\w.-]+\+)?json\b/i;

/**
 * Whether a GET may run a query. Answers are public, and another site cannot read them; what is
 * refused is a foreign page that makes a browser ask by a link or an image.
 * @param origins sites whose own pages may ask
 */
export function mayAskByGet(
  { headers }: Pick<IncomingMessage, 'headers'>,
  origins: ReadonlySet<string>,
): boolean {
  if (PREFLIGHTED.some((name) => headers[name] !== undefined)) return true;
  if (JSON_TYPE.test(headers['content-type'] ?? '')) return true;
  if (headers.origin !== undefined && origins.has(headers.origin)) return true;
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return true;
  return site === undefined && ASKS_FOR_JSON.test(headers.accept ?? '');
}

/** Caching: an answer may be kept, but is revalidated before each use. */
export const cacheOf = (good: boolean) => ({
  'cache-control': good ? 'public, max-age=0, must-revalidate' : 'no-store',
  vary: 'accept, accept-encoding, origin, x-entente-explain',
});

export const GET_REFUSED =
  'a query by GET must come from a program: send accept: application/json, or graphql-require-preflight: true; or send the query by POST.';

/** @returns the query of the address, or a sentence that says what is wrong with it */
export function queryOfAddress(url: string): Given | string {
  const asked = new URL(url, 'http://localhost').searchParams;
  const given: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const text = asked.get(name);
    if (text === null || text === '') continue;
    if (name === 'query' || name === 'operationName') {
      given[name] = text;
      continue;
    }
    try {
      given[name] = JSON.parse(text);
    } catch {
      return `${name} of the address is no JSON.`;
    }
  }
  return given;
}

/** The address of the same query. */
export function addressOf({ query, variables, operationName, extensions }: Given): string {
  const said = new URLSearchParams();
  if (query !== undefined) said.set('query', String(query));
  if (operationName != null) said.set('operationName', String(operationName));
  if (variables != null) said.set('variables', JSON.stringify(variables));
  if (extensions != null) said.set('extensions', JSON.stringify(extensions));
  return `/graphql?${said}`;
}

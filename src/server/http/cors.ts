import type { Serve } from './router.ts';

/** A browser may cache the answer to a preflight for this long. */
const MAX_AGE_S = 600;
const METHODS = 'GET, POST, OPTIONS';
const HEADERS =
  'content-type, accept, if-none-match, apollo-require-preflight, x-apollo-operation-name, apollographql-client-name, apollographql-client-version, graphql-require-preflight, x-entente-explain, x-entente-preview';
/** Headers that a page of another site may read. */
const EXPOSED = 'etag, retry-after, x-request-id';

/** The origins of the setting CORS_ORIGINS. */
export const originsOf = (setting: string): ReadonlySet<string> =>
  new Set(
    setting
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  );

/**
 * Allows pages of the given origins to read answers. No other origin is ever named, credentials are
 * never allowed, and an empty set changes nothing.
 */
export function withCors(origins: ReadonlySet<string>, serve: Serve): Serve {
  if (origins.size === 0) return serve;
  return (req, res) => {
    const { origin, 'access-control-request-method': asksFor } = req.headers;
    res.setHeader('vary', 'origin');
    if (origin === undefined || !origins.has(origin)) return serve(req, res);
    res.setHeader('access-control-allow-origin', origin);
    if (req.method !== 'OPTIONS' || asksFor === undefined) {
      res.setHeader('access-control-expose-headers', EXPOSED);
      return serve(req, res);
    }
    res.writeHead(204, {
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': String(MAX_AGE_S),
      vary: 'origin, access-control-request-method, access-control-request-headers',
    });
    res.end();
  };
}

import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { ROOT } from '../root.ts';
import { send, sendJson } from './answer.ts';

const DIST = path.join(ROOT, 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};
/** GraphiQL's editor makes its styles at run time, and carries its fonts in them. */
const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const PAGES: Readonly<Record<string, string>> = {
  '/graphiql': 'graphiql.html',
  '/cypher': 'cypher.html',
};

export interface PageOptions {
  /** GraphiQL is a tool of the development profile. */
  readonly graphiql: boolean;
}

/** @returns whether the path is one of the pages, or a file that they load */
export function sendPage(res: ServerResponse, url: string, { graphiql }: PageOptions): boolean {
  const name = PAGES[url] ?? (/^\/assets\/[\w.-]+$/.test(url) ? url.slice(1) : undefined);
  if (name === undefined || (name === 'graphiql.html' && !graphiql)) return false;
  const file = path.join(DIST, name);
  if (!existsSync(file)) {
    if (PAGES[url] === undefined) return false;
    sendJson(res, 503, {
      errors: [
        {
          message: 'the pages are not built; run `npm run build`. The API is at /graphql.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
    return true;
  }
  const headers = {
    'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
    // Names of assets hold a hash of their bytes.
    'cache-control': name.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'content-security-policy': POLICY,
  };
  send(res, 200, headers, readFileSync(file));
  return true;
}

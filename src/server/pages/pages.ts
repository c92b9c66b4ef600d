import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { ROOT } from '../../root.ts';
import { isKnown, refuse, sendHead, sendUnchanged } from '../http/answer.ts';
import { encodingOf } from '../http/encoding.ts';
import { writeOut } from '../http/outgoing.ts';
import type { Switches } from '../switches.ts';

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
/** GraphiQL's editor makes its styles at run time, with fonts as data. */
const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const PAGES: Readonly<Record<string, string>> = {
  '/graphiql': 'graphiql.html',
  '/cypher': 'cypher.html',
};

/** Names of assets: one path segment that does not begin with a dot. */
const ASSET = /^\/assets\/[\w-][\w.-]*$/;

/** The file of a page or asset; undefined for pages that are switched off and unknown paths. */
function nameOf(url: string, { graphiql, tools }: Pick<Switches, 'graphiql' | 'tools'>) {
  if ((url === '/graphiql' && !graphiql) || (url === '/cypher' && !tools)) return undefined;
  return Object.hasOwn(PAGES, url) ? PAGES[url] : ASSET.test(url) ? url.slice(1) : undefined;
}

/** Whether a page is served from a file, and not switched off. */
export const isFilePage = (url: string, open: Pick<Switches, 'graphiql' | 'tools'>): boolean =>
  Object.hasOwn(PAGES, url) && nameOf(url, open) !== undefined;

/** Endings of the files that the build has compressed. */
const ENDINGS = { br: '.br', gzip: '.gz' } as const;

const fileOf = async (name: string): Promise<Stats | null> => {
  const file = await stat(path.join(DIST, name)).catch(() => null);
  return file?.isFile() ? file : null;
};

/** Streams a file, so that a slow client costs the memory of one piece. */
async function sendFile(res: ServerResponse, name: string, { size, mtimeMs }: Stats) {
  const encoding = encodingOf(res.req.headers['accept-encoding']);
  const smaller = encoding ? await fileOf(name + ENDINGS[encoding]) : null;
  const headers = {
    'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
    // Names of assets contain a hash of their bytes.
    'cache-control': name.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'content-security-policy': POLICY,
    vary: 'accept-encoding, origin',
    etag: `W/"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
    ...(encoding && smaller ? { 'content-encoding': encoding } : {}),
  };
  if (isKnown(res, headers.etag)) return sendUnchanged(res, headers);
  sendHead(res, 200, headers, smaller?.size ?? size);
  const sent = encoding && smaller ? name + ENDINGS[encoding] : name;
  if (res.req.method === 'HEAD') res.end();
  else await writeOut(res, createReadStream(path.join(DIST, sent)));
}

/** @returns whether the path is an open page or a file that pages load */
export async function sendPage(
  res: ServerResponse,
  url: string,
  open: Pick<Switches, 'graphiql' | 'tools'>,
): Promise<boolean> {
  const name = nameOf(url, open);
  if (name === undefined) return false;
  const file = await fileOf(name);
  if (file) {
    await sendFile(res, name, file);
    return true;
  }
  if (name.startsWith('assets/')) return false;
  refuse(
    res,
    503,
    'SERVICE_UNAVAILABLE',
    'the pages are not built; run `npm run build`. The API is at /graphql.',
  );
  return true;
}

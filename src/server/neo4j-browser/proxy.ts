import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { refuse, sendHead } from '../http/answer.ts';
import { writeOut } from '../http/outgoing.ts';
import { pathOf } from '../http/router.ts';

/** Path under which this server serves Neo4j Browser. */
export const BROWSER_PATH = '/browser/';
/** Paths of its files; neither a folder nor a file may begin with a dot. */
const FILE = /^\/browser\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/;
const UPSTREAM_MS = 10_000;

/**
 * The content security policy of Neo4j Browser, which by itself contacts hosts for fonts,
 * statistics and feedback; with it, it reaches this server and the database only. It needs inline
 * styles and `eval` for its templates.
 * @param bolt address of the database, such as `bolt://127.0.0.1:7687`
 */
function policyOf(bolt: string): string {
  const { hostname, port } = new URL(bolt.replace(/^[\w+]+:/, 'http:'));
  const hosts = [...new Set([hostname, '127.0.0.1', 'localhost'])];
  const sockets = hosts.flatMap((host) =>
    ['ws', 'wss', 'http'].map((scheme) => `${scheme}://${host}:${port}`),
  );
  return [
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${sockets.join(' ')}`,
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-src 'none'",
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  ].join('; ');
}

/** Serves the files of Neo4j Browser, read from Neo4j, under a policy of our own. */
export function browserProxy(upstream: string, bolt: string) {
  const policy = policyOf(bolt);
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const path = pathOf(req);
    if (!FILE.test(path)) return refuse(res, 404, 'BAD_USER_INPUT', 'nothing is here.');
    const name = path.slice(BROWSER_PATH.length);
    const found = await fetch(new URL(name, upstream), {
      redirect: 'error',
      signal: AbortSignal.timeout(UPSTREAM_MS),
    }).catch(() => null);
    if (!found) return refuse(res, 503, 'SERVICE_UNAVAILABLE', 'Neo4j Browser does not answer.');
    if (!found.ok || !found.body)
      return refuse(res, 404, 'BAD_USER_INPUT', 'Neo4j Browser has no such file.');
    const headers = {
      'content-type': found.headers.get('content-type') ?? 'application/octet-stream',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    };
    sendHead(res, 200, headers, null);
    if (req.method === 'HEAD') res.end();
    else await writeOut(res, Readable.fromWeb(found.body as never));
  };
}

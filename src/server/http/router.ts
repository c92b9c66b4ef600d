import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, sendHead } from './answer.ts';

export type Serve = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** One path of the server. */
export interface Route {
  /** Allowed methods; others get 405. GET allows HEAD too, for which Node sends no body. */
  readonly methods: readonly string[];
  readonly serve: Serve;
}

/** Routes by their path, such as `/graphql`. */
export type Routes = Readonly<Record<string, Route>>;

export const get = (serve: Serve): Route => ({ methods: ['GET'], serve });

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0]!;

function takes({ methods }: Route, method = ''): boolean {
  return methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));
}

/** The path without slashes at its end, which people type and links have. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Sends the client to a path of this server, with the query that it asked. */
export function redirect(req: IncomingMessage, res: ServerResponse, path: string): void {
  const query = (req.url ?? '').slice(pathOf(req).length);
  // 308 and not 301: what is posted stays posted.
  sendHead(res, 308, { location: `${path}${query}` }, 0);
  res.end();
}

/** @param otherwise serves every path without a route of its own */
export function router(routes: Routes, otherwise: Route): Serve {
  const table = new Map(Object.entries(routes));
  return (req, res) => {
    const path = pathOf(req);
    const bare = withoutSlash(path);
    if (!table.has(path) && table.has(bare)) return redirect(req, res, bare);
    const route = table.get(path) ?? otherwise;
    if (takes(route, req.method)) return route.serve(req, res);
    const allow = route.methods.join(', ');
    refuse(res, 405, 'BAD_USER_INPUT', `this address takes ${allow} only.`, { allow });
  };
}

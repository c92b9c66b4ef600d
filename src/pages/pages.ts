import type { Ask } from './operations/graphql.ts';
import { render } from './render.tsx';
import { documentRoute } from './routes/document.tsx';
import { entityRoute } from './routes/entity.tsx';
import { listRoute } from './routes/list.tsx';
import type { PageRequest, Sent, Shown } from './routes/page.ts';
import { pathRoute } from './routes/path.tsx';
import { readRoute } from './routes/read.tsx';
import { searchRoute } from './routes/search.tsx';
import { notHere } from './routes/sorry.tsx';
import { startRoute } from './routes/start.tsx';
import type { Assets, Tools } from './view/Layout.tsx';

export type { Ask, Asked } from './operations/graphql.ts';
export { textOf } from './operations/graphql.ts';
export type { Assets } from './view/Layout.tsx';
export { warmPages } from './warm.ts';

export interface PagesOptions {
  readonly assets: Assets;
  /** Whether documents may be shown whole: the development profile. */
  readonly development: boolean;
  /** Which tools stand beside the pages. */
  readonly open: Tools;
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };

type Route = (request: PageRequest, id: string) => Promise<Shown | Sent>;
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/()$/, startRoute],
  [/^\/()path$/, pathRoute],
  [/^\/()search$/, searchRoute],
  [/^\/()read$/, readRoute],
  [/^\/e\/([^/]+)$/, entityRoute],
  [/^\/docs\/([^/]+)$/, documentRoute],
  [/^\/list\/([^/]+)$/, listRoute],
];

/** An id as it stands in an address; null when it is no text. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The route of an address and the id in it; null when no page is there. */
function match(path: string): { route: Route; id: string } | null {
  for (const [pattern, route] of ROUTES) {
    const [, segment] = pattern.exec(path) ?? [];
    const id = segment === undefined ? null : decoded(segment);
    if (id !== null) return { route, id };
  }
  return null;
}

export const isPage = (path: string): boolean => match(path) !== null;

/** Answers an address of a page; whatever is not there gets a page that says so. */
export async function answerPage(
  url: URL,
  ask: Ask,
  { assets, development, open }: PagesOptions,
): Promise<Sent> {
  const found = match(url.pathname);
  const answer = found
    ? await found.route({ url, ask, wholeTexts: development, canRead: open.preview }, found.id)
    : notHere('/');
  if ('text' in answer) return answer;
  const text = render(answer, { assets, origin: url.origin, tools: open });
  return { status: answer.status, headers: HTML, text };
}

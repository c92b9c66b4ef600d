import { type Ask, textOf } from './operations/graphql.ts';
import { render } from './render.tsx';
import { documentRoute } from './routes/document.tsx';
import { entityRoute } from './routes/entity.tsx';
import { identitiesRoute } from './routes/identities.tsx';
import { listRoute } from './routes/list.tsx';
import type { PageRequest, Sent, Shown } from './routes/page.ts';
import { pathRoute } from './routes/path.tsx';
import { readRoute } from './routes/read.tsx';
import { searchRoute } from './routes/search.tsx';
import { notHere } from './routes/sorry.tsx';
import { startRoute } from './routes/start.tsx';
import type { Assets, Question, Tools } from './view/Layout.tsx';

export type { Ask, Asked } from './operations/graphql.ts';
export { textOf } from './operations/graphql.ts';
export type { Assets } from './view/Layout.tsx';
export { warmPages } from './warm.ts';

export interface PagesOptions {
  readonly assets: Assets;
  /** Whether whole documents may be shown: in the development profile. */
  readonly development: boolean;
  /** Tools that are linked from the pages. */
  readonly open: Tools;
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };

type Route = (request: PageRequest, id: string) => Promise<Shown | Sent>;
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/()$/, startRoute],
  [/^\/()path$/, pathRoute],
  [/^\/()search$/, searchRoute],
  [/^\/()read$/, readRoute],
  [/^\/()identities$/, identitiesRoute],
  [/^\/e\/([^/]+)$/, entityRoute],
  [/^\/docs\/([^/]+)$/, documentRoute],
  [/^\/list\/([^/]+)$/, listRoute],
];

/** An id from an address; null when it is malformed. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The route of a path and the id in it; null without a page. */
function match(path: string): { route: Route; id: string } | null {
  for (const [pattern, route] of ROUTES) {
    const [, segment] = pattern.exec(path) ?? [];
    const id = segment === undefined ? null : decoded(segment);
    if (id !== null) return { route, id };
  }
  return null;
}

export const isPage = (path: string): boolean => match(path) !== null;

/** Answers the address of a page; an unknown one gets a page that says so. */
export async function answerPage(
  url: URL,
  ask: Ask,
  { assets, development, open }: PagesOptions,
): Promise<Sent> {
  const found = match(url.pathname);
  const asked: Question[] = [];
  const noting: Ask = (operation, variables) => {
    asked.push({ query: textOf(operation), variables: variables as object });
    return ask(operation, variables);
  };
  const request = { url, ask: noting, wholeTexts: development, canRead: open.preview };
  const answer = found ? await found.route(request, found.id) : notHere('/');
  if ('text' in answer) return answer;
  // The longest query is the page's own; the others look up names.
  const [question] = asked.sort((a, b) => b.query.length - a.query.length);
  const text = render(answer, { assets, origin: url.origin, tools: open, question });
  return { status: answer.status, headers: HTML, text };
}

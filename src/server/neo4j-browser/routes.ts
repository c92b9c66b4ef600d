import { send } from '../http/answer.ts';
import { get, type Routes } from '../http/router.ts';
import { readStyle, type SavedQuery } from './browser.ts';
import { guideOf } from './guide.ts';

const GUIDE_PATH = '/cypher/guide.html';
const STYLE_PATH = '/cypher/style.grass';

/** Neo4j Browser fetches guide and style across origins, with headers that must be allowed. */
const READABLE = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'cache-control, pragma',
  'cache-control': 'no-cache',
};

/** Routes of guide and style for Neo4j Browser, and of each saved query as a file. */
export function cypherRoutes(queries: readonly SavedQuery[]): Routes {
  const file = (type: string, text: string, more: Readonly<Record<string, string>> = {}) =>
    get((_, res) => send(res, 200, { 'content-type': type, ...READABLE, ...more }, text));
  return {
    [GUIDE_PATH]: file('text/html; charset=utf-8', guideOf(queries)),
    [STYLE_PATH]: file('text/plain; charset=utf-8', readStyle()),
    ...Object.fromEntries(
      queries.map(({ name, title, cypher }) => [
        `/cypher/${name}.cypher`,
        file('text/plain; charset=utf-8', `// ${title}\n${cypher}\n`, {
          'content-disposition': `attachment; filename="${name}.cypher"`,
        }),
      ]),
    ),
  };
}

import { entityAddress, searchAddress } from '../address.ts';
import { csvOf } from '../csv.ts';
import { download } from '../files.ts';
import { SearchPage as Operation } from '../operations/search.ts';
import { SearchPage } from '../view/SearchPage.tsx';
import { isKind } from '../words.ts';
import {
  type PageRequest,
  parametersOf,
  problemOf,
  type Sent,
  type Shown,
  statusOf,
} from './page.ts';

const FIRST = 30;
const COLUMNS = ['id', 'name', 'kind', 'matchedName', 'score', 'statements', 'address'];
const QUERY_MAX = 200;

/** `/search?q=…`: entities by name. */
export async function searchRoute({ url, ask }: PageRequest): Promise<Shown | Sent> {
  const { q = '', kind = '', after } = parametersOf(url, ['q', 'kind', 'after']);
  const query = q.slice(0, QUERY_MAX);
  const kinds = isKind(kind) ? [kind] : null;
  const { data, errors } = query
    ? await ask(Operation, { query, kinds, first: FIRST, after: after ?? null })
    : { data: null, errors: [] };
  const found = data?.search;
  const format = url.searchParams.get('format');
  if (found && (format === 'csv' || format === 'json')) {
    const hits = found.edges.map(({ node }) => node);
    const rows = hits.map(({ node, matchedName, score }) => [
      ...[node.id, node.name, node.__typename, matchedName, score, node.statementCount],
      `${url.origin}${entityAddress(node.id)}`,
    ]);
    const text =
      format === 'csv' ? csvOf(COLUMNS, rows) : `${JSON.stringify({ search: found }, null, 2)}\n`;
    return download(format, `Search ${query}`, text);
  }
  return {
    status: statusOf(errors),
    page: 'search',
    query,
    head: {
      title: query ? `“${query}” · Entente` : 'Search · Entente',
      description: `People, countries, organisations, agreements, sales and weapons called “${query}”.`,
      canonical: searchAddress({ q: query, kind: kinds?.[0] }),
      index: false,
    },
    body: (
      <SearchPage
        query={query}
        kind={kinds?.[0] ?? null}
        hits={found?.edges.map(({ node }) => node) ?? []}
        total={found?.totalCount ?? 0}
        next={found?.pageInfo.hasNextPage ? (found.pageInfo.endCursor ?? null) : null}
        facets={found?.facets ?? []}
        didYouMean={found?.didYouMean ?? null}
        problem={problemOf(errors)}
      />
    ),
  };
}

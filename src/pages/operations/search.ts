import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Named } from './parts.ts';

export const SearchPage = graphql(
  `
  query SearchPage($query: String!, $kinds: [EntityKind!], $first: Int!, $after: String) {
    search(query: $query, kinds: $kinds, first: $first, after: $after) {
      totalCount
      didYouMean
      facets { kind count }
      pageInfo { hasNextPage endCursor }
      edges { node { matchedName score node { ...Named aliases statementCount } } }
    }
  }
`,
  [Named],
);

export type HitData = NonNullable<ResultOf<typeof SearchPage>['search']>['edges'][number]['node'];

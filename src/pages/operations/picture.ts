import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Named } from './parts.ts';

/** The surroundings of an entity, for a picture. */
export const Surroundings = graphql(
  `
  query Surroundings($id: ID!, $depth: Int!, $first: Int!, $types: [RelationshipType!]) {
    neighbourhood(of: [$id], depth: $depth, first: $first, types: $types, modality: [asserted, planned, rumoured, denied]) {
      omitted
      entities { ...Named }
      relationships {
        id
        type
        modality
        confidence
        on
        from
        to
        since
        firstSeen
        lastSeen
        source { id }
        target { id }
      }
    }
  }
`,
  [Named],
);

export type SurroundingsData = NonNullable<ResultOf<typeof Surroundings>['neighbourhood']>;

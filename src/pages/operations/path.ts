import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Measured, Named, Tie } from './parts.ts';

/** Meanings of an input: an id, or the most similar names. */
export const Meant = graphql(
  `
  query Meant($id: ID!, $query: String!) {
    entity(id: $id) { ...Named }
    search(query: $query, first: 6) { edges { node { matchedName node { ...Named } } } }
  }
`,
  [Named],
);

export const Paths = graphql(
  `
  query Paths($from: ID!, $to: ID!, $first: Int!, $maxLength: Int!, $types: [RelationshipType!], $through: [ID!], $avoid: [ID!], $minConfidence: Float, $asOf: AsOf, $rankBy: PathRank!) {
    paths(from: $from, to: $to, first: $first, maxLength: $maxLength, types: $types, through: $through, avoid: $avoid, minConfidence: $minConfidence, asOf: $asOf, rankBy: $rankBy) {
      truncated
      explored
      reason
      paths {
        length
        weakestConfidence
        entities { ...Named }
        relationships { ...Tie }
      }
    }
    summary { ...Measured }
  }
`,
  [Tie, Named, Measured],
);

/** Relationship counts of entities, by type and direction. */
export const TieCounts = graphql(`
  query TieCounts($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Entity { id name relationshipCounts(modality: [asserted, planned]) { count } }
    }
  }
`);

export type PathsAnswer = ResultOf<typeof Paths>;
export type PathsData = NonNullable<ResultOf<typeof Paths>['paths']>;
export type PathData = PathsData['paths'][number];

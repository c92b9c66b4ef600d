import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Named } from './parts.ts';

/** One feature of a comparison, with both values. */
const Reason = graphql(`
  fragment Reason on IdentityReason {
    feature
    left
    right
    weight
    sentence
  }
`);

/** Pairs that may be one, for people to judge. */
export const Candidates = graphql(
  `
  query Candidates($kinds: [EntityKind!], $of: ID, $first: Int!, $after: String) {
    identityCandidates(kinds: $kinds, of: $of, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          pairId
          score
          paths
          reasons { ...Reason }
          left { ...Named aliases statementCount }
          right { ...Named aliases statementCount }
        }
      }
    }
  }
`,
  [Named, Reason],
);

/** The members of an entity, and the number of open pairs. */
export const EntityIdentity = graphql(
  `
  query EntityIdentity($id: ID!) {
    entity(id: $id) {
      formerIds
      identity {
        memberCount
        score
        members { localId name likeId likeName score reasons { ...Reason } }
      }
    }
    identityCandidates(of: $id, first: 1) { totalCount }
  }
`,
  [Reason],
);

/** The name of an id. */
export const NameOf = graphql(`
  query NameOf($id: ID!) {
    entity(id: $id) { id name }
  }
`);

export type ReasonData = ResultOf<typeof Reason>;
type CandidatesData = ResultOf<typeof Candidates>;
export type CandidateData = NonNullable<
  CandidatesData['identityCandidates']
>['edges'][number]['node'];
export type IdentityData = ResultOf<typeof EntityIdentity>;

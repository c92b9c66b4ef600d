import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Measured, Sentence, Tie } from './parts.ts';

/** A relationship with the sentences for it and against it, the most confident first. */
export const Evidence = graphql(
  `
  query Evidence($id: ID!, $first: Int!) {
    node(id: $id) {
      __typename
      ... on Relationship {
        ...Tie
        all: statements(first: $first, where: { modality: { ne: denied } }, orderBy: [{ confidence: DESC }, { id: ASC }]) {
          totalCount
          edges { node { ...Sentence context(before: 280, after: 280) { text start end offset } } }
        }
        against: statements(first: $first, where: { modality: { eq: denied } }, orderBy: [{ confidence: DESC }, { id: ASC }]) {
          totalCount
          edges { node { ...Sentence context(before: 280, after: 280) { text start end offset } } }
        }
      }
    }
    summary { ...Measured }
  }
`,
  [Tie, Sentence, Measured],
);

export type EvidenceData = Extract<
  ResultOf<typeof Evidence>['node'],
  { __typename: 'Relationship' }
>;

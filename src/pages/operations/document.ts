import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Named, Sentence } from './parts.ts';

/** A document with its statements and entities. */
export const DocumentPage = graphql(
  `
  query DocumentPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Document {
        id
        title
        publisher
        publishedOn
        url
        source
        language
        text
        ingestedAt
        statements(first: 100, orderBy: [{ start: ASC }]) {
          totalCount
          edges { node { ...Sentence type property value subject { ...Named } object { ...Named } } }
        }
        mentions(first: 100, orderBy: [{ name: ASC }]) {
          totalCount
          edges { count node { ...Named } }
        }
      }
    }
  }
`,
  [Named, Sentence],
);

/** Statements that begin at an offset, with their surroundings, where whole texts are not shown. */
export const SentenceAt = graphql(`
  query SentenceAt($id: ID!, $start: Int!) {
    node(id: $id) {
      __typename
      ... on Document {
        statements(first: 5, where: { start: { eq: $start } }) {
          edges { node { end context(before: 500, after: 500) { text start end } } }
        }
      }
    }
  }
`);

export type DocumentData = Extract<
  ResultOf<typeof DocumentPage>['node'],
  { __typename: 'Document' }
>;
export type SaidData = DocumentData['statements']['edges'][number]['node'];

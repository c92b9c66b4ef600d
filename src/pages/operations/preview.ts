import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

/** What a text would add to the graph. */
export const Preview = graphql(`
  query Preview($text: String, $pdf: String, $title: String, $publishedOn: FuzzyDate) {
    ingestPreview(text: $text, pdf: $pdf, title: $title, publishedOn: $publishedOn) {
      text
      language
      skipped
      omitted
      warnings
      statements {
        type
        property
        value
        start
        end
        confidence
        modality
        attribution
        subject { entityId kind name }
        object { entityId kind name }
      }
    }
  }
`);

/** Which of these are in the graph already, and who else there has one of their names. */
export const KnownOnes = graphql(`
  query KnownOnes($ids: [ID!]!, $names: [String!]!) {
    nodes(ids: $ids) { __typename ... on Entity { id name } }
    entities(where: { name: { in: $names } }, first: 100, orderBy: [{ statementCount: DESC }]) {
      edges { node { __typename id name } }
    }
  }
`);

export type PreviewData = NonNullable<ResultOf<typeof Preview>['ingestPreview']>;
export type PreviewFact = PreviewData['statements'][number];

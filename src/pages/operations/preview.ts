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

/** Which of these ids the graph has. */
export const KnownOnes = graphql(`
  query KnownOnes($ids: [ID!]!) {
    nodes(ids: $ids) { __typename ... on Entity { id name } }
  }
`);

export type PreviewData = NonNullable<ResultOf<typeof Preview>['ingestPreview']>;
export type PreviewFact = PreviewData['statements'][number];

import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

/** A statement as shown on pages. */
export const Sentence = graphql(`
  fragment Sentence on Statement {
    id
    quote
    start
    end
    page
    confidence
    modality
    attribution
    document { id title publisher publishedOn url source }
  }
`);

/** Fields that name an entity and date it. */
export const Named = graphql(`
  fragment Named on Entity {
    __typename
    id
    name
    ... on ArmsSale { stage approvedOn contractedOn value { amount currency raw } }
    ... on Event { startsOn endsOn }
    ... on Agreement { signedOn durationYears }
  }
`);

/** A relationship with both ends and its most confident sentence. */
export const Tie = graphql(
  `
  fragment Tie on Relationship {
    id
    type
    modality
    confidence
    statementCount
    documentCount
    sourceCount
    firstSeen
    lastSeen
    plannedSince
    rumouredSince
    deniedBy
    contested
    on
    from
    to
    since
    title
    role
    quantity
    source { ...Named }
    target { ...Named }
    bestStatement { ...Sentence }
  }
`,
  [Named, Sentence],
);

/** Measured quality per relationship type. */
export const Measured = graphql(`
  fragment Measured on GraphSummary {
    extractor { version measuredOn types { type precision recall } }
  }
`);

export type SentenceData = ResultOf<typeof Sentence>;
export type NamedData = ResultOf<typeof Named>;
export type TieData = ResultOf<typeof Tie>;
export type MeasuredData = ResultOf<typeof Measured>;

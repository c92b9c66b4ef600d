import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { Measured, Sentence, Tie } from './parts.ts';

/** All data of an entity's page in one request. */
export const EntityPage = graphql(
  `
  query EntityPage($id: ID!, $first: Int!, $after: String, $types: [RelationshipType!], $where: RelationshipFilter) {
    entity(id: $id) {
      __typename
      id
      name
      aliases
      externalIds
      statementCount
      relationshipCounts(modality: [asserted, planned, rumoured, denied]) { type direction count }
      ... on Organisation { organisationKind: kind country }
      ... on Country { iso2 }
      ... on Agreement { agreementKind: kind signedOn durationYears }
      ... on WeaponSystem { designation systemKind: kind }
      ... on ArmsSale { stage approvedOn contractedOn value { amount currency raw } }
      ... on Event { eventKind: kind startsOn endsOn personnel }
      ... on Place { latitude longitude }
      relationships(first: $first, after: $after, types: $types, where: $where, modality: [asserted, planned, rumoured, denied], orderBy: [{ lastSeen: DESC }, { confidence: DESC }]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { ...Tie } }
      }
      followed: relationships(first: 1, types: $types, where: $where) { totalCount }
      documents(first: 30, orderBy: [{ publishedOn: DESC }]) {
        totalCount
        edges { node { id title publisher publishedOn url source } }
      }
    }
    summary { ...Measured }
  }
`,
  [Tie, Measured],
);

/** Further relationships of an entity, in the order of its page. */
export const EntityTies = graphql(
  `
  query EntityTies($id: ID!, $first: Int!, $after: String, $types: [RelationshipType!]) {
    entity(id: $id) {
      relationships(first: $first, after: $after, types: $types, modality: [asserted, planned, rumoured, denied], orderBy: [{ lastSeen: DESC }, { confidence: DESC }]) {
        pageInfo { hasNextPage endCursor }
        edges { node { ...Tie } }
      }
    }
  }
`,
  [Tie],
);

/** Property values of an entity, and denials of its relationships, each with its sentence. */
export const EntityProperties = graphql(
  `
  query EntityProperties($id: ID!) {
    entity(id: $id) {
      statements(first: 100, where: { property: { isNull: false } }, orderBy: [{ confidence: DESC }]) {
        totalCount
        edges { node { property value ...Sentence } }
      }
      contested: relationships(first: 20, where: { contested: { eq: true } }, modality: [asserted, planned, rumoured, denied], orderBy: [{ lastSeen: DESC }, { confidence: DESC }]) {
        edges { node { id denials: statements(first: 1, where: { modality: { eq: denied } }) { edges { node { ...Sentence } } } } }
      }
    }
  }
`,
  [Sentence],
);

export type EntityData = NonNullable<ResultOf<typeof EntityPage>['entity']>;
export type SaidData = ResultOf<typeof EntityProperties>;
export type PropertyData = NonNullable<SaidData['entity']>['statements']['edges'][number]['node'];

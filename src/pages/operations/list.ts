import { graphql } from './graphql.ts';
import { Named } from './parts.ts';

/** Entities of one kind. */
export const EntityList = graphql(
  `
  query EntityList($where: EntityFilter, $orderBy: [EntityOrder!], $first: Int!, $after: String) {
    entities(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...Named statementCount } }
    }
  }
`,
  [Named],
);

export const SaleList = graphql(
  `
  query SaleList($where: ArmsSaleFilter, $orderBy: [ArmsSaleOrder!], $first: Int!, $after: String) {
    armsSales(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          ...Named
          statementCount
          soldTo(first: 3) { edges { node { name } } }
          items(first: 3) { edges { quantity node { name } } }
        }
      }
    }
  }
`,
  [Named],
);

export const AgreementList = graphql(
  `
  query AgreementList($where: AgreementFilter, $orderBy: [AgreementOrder!], $first: Int!, $after: String) {
    agreements(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...Named statementCount parties(first: 5) { edges { node { name } } } } }
    }
  }
`,
  [Named],
);

export const EventList = graphql(
  `
  query EventList($where: EventFilter, $orderBy: [EventOrder!], $first: Int!, $after: String) {
    events(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...Named statementCount heldIn(first: 2) { edges { node { name } } } } }
    }
  }
`,
  [Named],
);

export const DocumentList = graphql(`
  query DocumentList($where: DocumentFilter, $orderBy: [DocumentOrder!], $first: Int!, $after: String) {
    documents(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id title publisher publishedOn url source } }
    }
  }
`);

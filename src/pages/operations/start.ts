import { graphql } from './graphql.ts';
import { Named } from './parts.ts';

/** Counts, most mentioned entities, latest documents, and the number of open pairs. */
export const StartPage = graphql(
  `
  query StartPage {
    summary {
      documents
      statements
      lastIngest
      entities { kind count }
      newestDocument { id title publishedOn }
    }
    identityCandidates(first: 1) { totalCount }
    people(first: 4, orderBy: [{ statementCount: DESC }]) { edges { node { ...Named } } }
    countries(first: 4, orderBy: [{ statementCount: DESC }]) { edges { node { ...Named } } }
    armsSales(first: 3, where: { value: { gt: 0 } }, orderBy: [{ value: DESC }]) { edges { node { ...Named } } }
    documents(first: 5, orderBy: [{ publishedOn: DESC }], where: { publishedOn: { isNull: false } }) {
      edges { node { id title publisher publishedOn } }
    }
  }
`,
  [Named],
);

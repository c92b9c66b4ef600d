import { graphql } from './graphql.ts';

export const Find = graphql(`
  query Find($query: String!) {
    search(query: $query, first: 6) {
      edges { node { node { __typename id name } } }
    }
  }
`);

export const Paths = graphql(`
  query Paths($from: ID!, $to: ID!) {
    paths(from: $from, to: $to, first: 3) {
      truncated
      reason
      paths {
        entities { id name }
        relationships {
          id
          type
          source { id }
          bestStatement { quote document { title publishedOn } }
        }
      }
    }
  }
`);

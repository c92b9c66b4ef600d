// @neo4j/graphql over the data of the benchmark, served by graphql-yoga. What its language has no
// word for, paths and totals, is written in Cypher by hand, as its users do.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT, PEER_PATH, PEER_TOTALS } = process.env;
const typeDefs = `${readFileSync(new URL('type-defs.graphql', import.meta.url), 'utf8')}
type Query {
  shortestPath(from: ID!, to: ID!): [FoundPath!]! @cypher(columnName: "path", statement: """${PEER_PATH}""")
  armsSaleTotals(on: String!): [SaleTotal!]! @cypher(columnName: "total", statement: """${PEER_TOTALS}""")
}`;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const features = { filters: { Float: { GT: true }, String: { GTE: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false, context: () => ({ driver }) });
createServer(yoga).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));

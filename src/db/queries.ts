// Made from the headers of cypher/read and cypher/write by `npm run generate`. Do not edit.

export type ReadQueries = {};

export type WriteQueries = {};

import neo4j from 'neo4j-driver';

/** A number that travels as an integer: JavaScript's 5 would arrive as 5.0, which LIMIT refuses. */
export function integer(value: number): unknown {
  return neo4j.int(value);
}

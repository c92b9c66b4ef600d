import neo4j from 'neo4j-driver';

/** A Bolt integer: the driver sends the number 5 as 5.0, which LIMIT refuses. */
export function toInteger(value: number): unknown {
  return neo4j.int(value);
}

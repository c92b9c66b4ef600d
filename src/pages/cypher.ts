/** A text as Cypher writes it. */
const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** What an entity is tied to, for Neo4j Browser. */
export const surroundingsCypher = (id: string): string =>
  `MATCH (e:Entity {id: ${literal(id)}})-[r]-(other:Entity)\nRETURN e, r, other LIMIT 60;`;

/** A path that is shown, by the ids of its relationships. */
export const pathCypher = (edges: readonly string[]): string =>
  `MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.id IN [${edges.map(literal).join(', ')}]\nRETURN a, r, b;`;

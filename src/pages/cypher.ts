/** A text as Cypher writes it. */
const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** What an entity is tied to, for Neo4j Browser. */
export const surroundingsCypher = (id: string): string =>
  `MATCH (e:Entity {id: ${literal(id)}})-[r]-(other:Entity)\nRETURN e, r, other LIMIT 60;`;

/** A path that is shown, by the ids of its relationships. */
export const pathCypher = (edges: readonly string[]): string =>
  `MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.id IN [${edges.map(literal).join(', ')}]\nRETURN a, r, b;`;

/** What is listed, by its ids: `label` is `Entity` or `Document`. */
export const nodesCypher = (label: 'Entity' | 'Document', ids: readonly string[]): string =>
  `MATCH (n:${label})\nWHERE n.id IN [${ids.map(literal).join(', ')}]\nRETURN n;`;

/** What a document says: its statements, and whom they are about. */
export const documentCypher = (id: string): string =>
  `MATCH (d:Document {id: ${literal(id)}})<-[:FROM]-(s:Statement)-[:SUBJECT|OBJECT]->(e:Entity)\nRETURN d, s, e LIMIT 200;`;

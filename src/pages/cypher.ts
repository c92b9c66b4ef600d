/** A text as a Cypher literal. */
const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** Cypher for the relationships of an entity. */
export const surroundingsCypher = (id: string): string =>
  `MATCH (e:Entity {id: ${literal(id)}})-[r]-(other:Entity)\nWHERE r.heldUntil IS NULL\nRETURN e, r, other LIMIT 60;`;

/** Cypher for a path, by the ids of its relationships. */
export const pathCypher = (edges: readonly string[]): string =>
  `MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.id IN [${edges.map(literal).join(', ')}] AND r.heldUntil IS NULL\nRETURN a, r, b;`;

/** Cypher for listed nodes, by their ids. */
export const nodesCypher = (label: 'Entity' | 'Document', ids: readonly string[]): string =>
  `MATCH (n:${label})\nWHERE n.id IN [${ids.map(literal).join(', ')}]\nRETURN n;`;

/** Cypher for a document's statements and their entities. */
export const documentCypher = (id: string): string =>
  `MATCH (d:Document {id: ${literal(id)}})<-[:FROM]-(s:Statement)-[:SUBJECT|OBJECT]->(e:Entity)\nRETURN d, s, e LIMIT 200;`;

// Edges as the summary of their statements, which were read before. Safe to run twice.
//
// @param   edges    {id: string, type: string, source: string, target: string, properties: properties}[]
// @returns written  int
UNWIND $edges AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
RETURN count(*) AS written

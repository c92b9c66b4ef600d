// Edges that nothing was said of before, as the summary of their statements.
//
// @param   edges    {type: string, source: string, target: string, properties: properties}[]
// @returns written  int
MATCH (g:Graph {id: 'graph'})
UNWIND $edges AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties, r.heldFrom = g.recordedAt
RETURN count(*) AS written

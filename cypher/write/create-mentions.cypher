// Where documents name entities; what they named before was withdrawn. What is named as it was until
// this turn goes on being held.
//
// @param   mentions  {document: string, entity: string, properties: properties}[]
// @returns written   int
MATCH (g:Graph {id: 'graph'})
UNWIND $mentions AS row
MATCH (d:Document {id: row.document})
MATCH (e:Entity {id: row.entity})
CREATE (d)-[m:MENTIONS]->(e)
SET m = row.properties, m.heldFrom = g.recordedAt
WITH g, row, d, e, m
CALL (g, row, d, e, m) {
  MATCH (d)-[p:WAS_MENTIONS]->(e)
  WHERE p.heldUntil = g.recordedAt
    AND all(name IN keys(p) + keys(m) WHERE name IN ['heldFrom', 'heldUntil'] OR coalesce(p[name] = m[name], false))
  SET m.heldFrom = p.heldFrom
  DELETE p
}
RETURN count(*) AS written

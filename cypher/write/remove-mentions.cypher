// Mentions of some entities by some documents; that they were stays.
//
// @param   mentions  {document: string, entity: string}[]
// @returns removed   int
MATCH (g:Graph {id: 'graph'})
UNWIND $mentions AS row
MATCH (d:Document {id: row.document})-[m:MENTIONS]->(e:Entity {id: row.entity})
CALL (g, d, e, m) {
  WITH * WHERE coalesce(m.heldFrom, '') < g.recordedAt
  CREATE (d)-[p:WAS_MENTIONS]->(e)
  SET p = properties(m), p.heldUntil = g.recordedAt
}
DELETE m
RETURN count(*) AS removed

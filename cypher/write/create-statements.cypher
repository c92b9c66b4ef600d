// Statements of documents; what these said before was withdrawn. One that is said again keeps the
// moment at which it was recorded, and one that is just as it was until this turn goes on being held.
//
// @param   statements  {document: string, subject: string, object: string?, properties: properties}[]
// @returns written     int
MATCH (g:Graph {id: 'graph'})
UNWIND $statements AS row
MATCH (d:Document {id: row.document})
MATCH (subject:Entity {id: row.subject})
CREATE (s:Statement)-[:FROM]->(d)
SET s = row.properties, s.recordedAt = g.recordedAt
CREATE (s)-[:SUBJECT]->(subject)
WITH g, s, row
CALL (s, row) {
  MATCH (object:Entity {id: row.object})
  CREATE (s)-[:OBJECT]->(object)
}
CALL (g, s) {
  MATCH (p:PastStatement {id: s.id, heldUntil: g.recordedAt})
  SET s.recordedAt = p.recordedAt, s.heldFrom = g.recordedAt
  REMOVE p.withdrawnAt, p.withdrawnWhy
  WITH s, p
  WHERE all(name IN keys(p) + keys(s) WHERE name IN ['heldFrom', 'heldUntil'] OR coalesce(p[name] = s[name], false))
  SET s.heldFrom = p.heldFrom
  DETACH DELETE p
}
RETURN count(*) AS written

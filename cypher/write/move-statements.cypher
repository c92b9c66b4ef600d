// Statements whose ends have become another entity; without the local ends they are as they were.
// What they were until this turn stays beside them.
//
// @param   statements  {id: string, subject: string, object: string?, localSubject: string?, localObject: string?, edge: string?}[]
// @returns moved       int
MATCH (g:Graph {id: 'graph'})
UNWIND $statements AS row
MATCH (s:Statement {id: row.id})-[old:SUBJECT]->(was)
MATCH (s)-[:FROM]->(d:Document)
OPTIONAL MATCH (s)-[:OBJECT]->(other)
CALL (g, s, d, was, other) {
  WITH * WHERE coalesce(s.heldFrom, s.recordedAt) < g.recordedAt
  CREATE (p:PastStatement)-[:WAS_FROM]->(d)
  SET p = properties(s), p.heldUntil = g.recordedAt
  CREATE (p)-[:WAS_SUBJECT]->(was)
  FOREACH (_ IN CASE WHEN other IS NULL THEN [] ELSE [1] END | CREATE (p)-[:WAS_OBJECT]->(other))
}
MATCH (a:Entity {id: row.subject})
DELETE old
CREATE (s)-[:SUBJECT]->(a)
SET s.localSubject = row.localSubject, s.localObject = row.localObject, s.relationshipId = row.edge,
    s.heldFrom = g.recordedAt
WITH s, row
CALL (s, row) {
  MATCH (s)-[old:OBJECT]->()
  MATCH (b:Entity {id: row.object})
  DELETE old
  CREATE (s)-[:OBJECT]->(b)
}
RETURN count(*) AS moved

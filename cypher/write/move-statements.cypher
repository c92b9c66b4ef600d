// Statements whose ends have become another entity; without the local ends they are as they were.
//
// @param   statements  {id: string, subject: string, object: string?, localSubject: string?, localObject: string?, edge: string?}[]
// @returns moved       int
UNWIND $statements AS row
MATCH (s:Statement {id: row.id})-[old:SUBJECT]->()
MATCH (a:Entity {id: row.subject})
DELETE old
CREATE (s)-[:SUBJECT]->(a)
SET s.localSubject = row.localSubject, s.localObject = row.localObject, s.relationshipId = row.edge
WITH s, row
CALL (s, row) {
  MATCH (s)-[old:OBJECT]->()
  MATCH (b:Entity {id: row.object})
  DELETE old
  CREATE (s)-[:OBJECT]->(b)
}
RETURN count(*) AS moved

// Statements of documents; what these said before was withdrawn.
//
// @param   statements  {document: string, subject: string, object: string?, properties: properties}[]
// @returns written     int
UNWIND $statements AS row
MATCH (d:Document {id: row.document})
MATCH (subject:Entity {id: row.subject})
CREATE (s:Statement)-[:FROM]->(d)
SET s = row.properties
CREATE (s)-[:SUBJECT]->(subject)
WITH s, row
CALL (s, row) {
  MATCH (object:Entity {id: row.object})
  CREATE (s)-[:OBJECT]->(object)
}
RETURN count(*) AS written

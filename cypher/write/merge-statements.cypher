// Statements of one document. Safe to run twice: ids hash what a statement is.
//
// @param   document    string
// @param   statements  {id: string, subject: string, object: string?, properties: properties}[]
// @returns written     int
MATCH (d:Document {id: $document})
UNWIND $statements AS row
MATCH (subject:Entity {id: row.subject})
MERGE (s:Statement {id: row.id})
SET s = row.properties
MERGE (s)-[:FROM]->(d)
MERGE (s)-[:SUBJECT]->(subject)
WITH s, row
CALL (s, row) {
  MATCH (object:Entity {id: row.object})
  MERGE (s)-[:OBJECT]->(object)
}
RETURN count(*) AS written

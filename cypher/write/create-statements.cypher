// Statements of documents; what these said before was withdrawn.
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
WITH s, row WHERE row.object IS NOT NULL
MATCH (object:Entity {id: row.object})
CREATE (s)-[:OBJECT]->(object)
RETURN count(*) AS written

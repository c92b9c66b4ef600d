// Where documents name entities; what they named before was withdrawn.
//
// @param   mentions  {document: string, entity: string, properties: properties}[]
// @returns written   int
UNWIND $mentions AS row
MATCH (d:Document {id: row.document})
MATCH (e:Entity {id: row.entity})
CREATE (d)-[m:MENTIONS]->(e)
SET m = row.properties
RETURN count(*) AS written

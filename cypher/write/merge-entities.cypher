// Entities of one document and where it names them. Safe to run twice.
//
// @param   document  string
// @param   entities  {id: string, kind: string, mention: properties}[]
// @returns written   int
MATCH (d:Document {id: $document})
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
SET e:$(row.kind)
MERGE (d)-[m:MENTIONS]->(e)
SET m = row.mention
RETURN count(*) AS written

// Mentions of some entities by some documents.
//
// @param   mentions  {document: string, entity: string}[]
// @returns removed   int
UNWIND $mentions AS row
MATCH (:Document {id: row.document})-[m:MENTIONS]->(:Entity {id: row.entity})
DELETE m
RETURN count(*) AS removed

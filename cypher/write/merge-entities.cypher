// Entities as their mentions and statements show them. Safe to run twice.
//
// @param   entities  {id: string, kind: string, properties: properties}[]
// @returns written   int
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.kind)
SET e = row.properties
RETURN count(*) AS written

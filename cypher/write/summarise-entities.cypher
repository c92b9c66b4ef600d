// Names and properties of entities, as their mentions and statements give them.
//
// @param   entities  {id: string, properties: properties}[]
// @returns written   int
UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
SET e = row.properties
RETURN count(*) AS written

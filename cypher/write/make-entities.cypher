// Nodes of entities that have to be there before anything is put on them. Safe to run twice.
//
// @param   entities  {id: string, kind: string}[]
// @returns made      int
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.kind)
RETURN count(*) AS made

// Nodes of entities that have to be there before anything is put on them. Safe to run twice.
//
// @param   entities  {id: string, kind: string}[]
// @returns made      int
UNWIND $entities AS row
CALL (row) {
  MATCH (gone:GoneEntity {id: row.id})
  REMOVE gone:GoneEntity
  SET gone:Entity:$(row.kind), gone.heldUntil = null
}
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.kind)
RETURN count(*) AS made

// Entities that no document names any more.
//
// @param   ids      string[]
// @returns removed  int
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { MATCH (e)<-[:MENTIONS]-(:Document) }
DETACH DELETE e
RETURN count(*) AS removed

// Entities that no document names any more: what they were stays, and hangs on a node that is held at
// no moment.
//
// @param   ids      string[]
// @returns removed  int
MATCH (g:Graph {id: 'graph'})
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { MATCH (e)<-[:MENTIONS]-(:Document) }
CALL (g, e) {
  WITH * WHERE e.name IS NOT NULL AND coalesce(e.heldFrom, '') < g.recordedAt
  CREATE (v:Version)-[:VERSION_OF]->(e)
  SET v = properties(e), v.heldUntil = g.recordedAt
}
REMOVE e:$(labels(e))
SET e:GoneEntity, e = {id: id, heldUntil: ''}
RETURN count(*) AS removed

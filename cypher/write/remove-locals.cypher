// Entities of the first layer that no document names any more; what they were stays.
//
// @param   ids      string[]
// @returns removed  int
MATCH (g:Graph {id: 'graph'})
UNWIND $ids AS id
MATCH (l:Local {id: id})
CALL (g, l) {
  WITH * WHERE coalesce(l.heldFrom, '') < g.recordedAt
  CREATE (p:PastLocal)
  SET p = properties(l), p.unit = null, p.heldUntil = g.recordedAt
}
DETACH DELETE l
RETURN count(*) AS removed

// When something was last read into the graph, and when before beside it.
//
// @param   at  string
// @returns at  string
MERGE (g:Graph {id: 'graph'})
WITH g
CALL (g) {
  WITH g WHERE g.lastIngestAt IS NOT NULL AND g.lastIngestAt < $at
  CREATE (v:Version {lastIngestAt: g.lastIngestAt, heldFrom: coalesce(g.heldFrom, ''), heldUntil: $at})-[:VERSION_OF]->(g)
}
SET g.lastIngestAt = $at, g.heldFrom = $at
RETURN g.lastIngestAt AS at

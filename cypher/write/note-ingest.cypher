// When something was last read into the graph.
//
// @param   at  string
// @returns at  string
MERGE (g:Graph {id: 'graph'})
SET g.lastIngestAt = $at
RETURN g.lastIngestAt AS at

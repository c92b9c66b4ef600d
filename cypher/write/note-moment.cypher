// The moment of this turn: whatever it writes is held from then, and what it takes the place of until then.
//
// @param   at  string
// @returns at  string
MATCH (g:Graph {id: 'graph'})
SET g.recordedAt = $at
RETURN g.recordedAt AS at

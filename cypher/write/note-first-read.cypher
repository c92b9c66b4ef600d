// That the first read begins, or has come to its end.
//
// @param   unfinished  boolean
// @returns unfinished  boolean
MERGE (g:Graph {id: 'graph'})
SET g.firstRead = CASE WHEN $unfinished THEN 'unfinished' END
RETURN g.firstRead IS NOT NULL AS unfinished

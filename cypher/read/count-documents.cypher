// Whether anything was read yet, and whether the first read came to its end.
//
// @returns documents   int
// @returns unfinished  boolean  the first read was cut off
RETURN COUNT { MATCH (:Document) } AS documents,
       EXISTS { MATCH (g:Graph {id: 'graph'}) WHERE g.firstRead = 'unfinished' } AS unfinished

// One writer at a time: whoever has set this label again holds the lock of the node until its
// transaction ends. The label is there already, so that nothing is written.
//
// @returns recordedAt  string?     the moment of the last turn that wrote something
MERGE (g:Graph {id: 'graph'})
SET g:Graph
RETURN g.recordedAt AS recordedAt

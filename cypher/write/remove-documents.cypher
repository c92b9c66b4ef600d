// Documents that were taken out, when what they said is taken back: what they were stays.
//
// @param   ids      string[]
// @returns removed  int
MATCH (g:Graph {id: 'graph'})
UNWIND $ids AS id
MATCH (d:Document {id: id})
CREATE (v:Version)-[:VERSION_OF]->(d)
SET v = properties(d), v.heldUntil = g.recordedAt
REMOVE d:Document
SET d:GoneDocument, d = {id: id, heldUntil: ''}
RETURN count(*) AS removed

// Documents, with those that they supersede marked, and as each was until this turn beside it. Safe to
// run twice.
//
// @param   documents  {id: string, properties: properties, supersedes: string[]}[]
// @returns written    int
MATCH (g:Graph {id: 'graph'})
UNWIND $documents AS row
CALL (row) {
  MATCH (gone:GoneDocument {id: row.id})
  REMOVE gone:GoneDocument
  SET gone:Document, gone.heldUntil = null
}
MERGE (d:Document {id: row.id})
WITH g, row, d
CALL (g, row, d) {
  MATCH (o:Document)
  WHERE o.id IN row.supersedes + [row.id] AND o.source IS NOT NULL AND coalesce(o.heldFrom, o.ingestedAt) < g.recordedAt
  CREATE (v:Version)-[:VERSION_OF]->(o)
  SET v = properties(o), v.heldUntil = g.recordedAt
}
CALL (d) {
  MATCH (d)<-[newer:SUPERSEDES]-(:Document)
  DELETE newer
}
SET d = row.properties, d.heldFrom = g.recordedAt
WITH g, d, row
CALL (g, d, row) {
  UNWIND row.supersedes AS old
  MATCH (o:Document {id: old})
  SET o.supersededBy = d.id, o.heldFrom = g.recordedAt
  MERGE (d)-[:SUPERSEDES]->(o)
}
RETURN count(*) AS written

// Documents of several stories that turned out to be one, and as each was until this turn beside it.
//
// @param   moves  {from: string, to: string}[]
// @returns moved  int
MATCH (g:Graph {id: 'graph'})
UNWIND $moves AS row
MATCH (d:Document {story: row.from})
CALL (g, d) {
  WITH * WHERE coalesce(d.heldFrom, d.ingestedAt) < g.recordedAt
  CREATE (v:Version)-[:VERSION_OF]->(d)
  SET v = properties(d), v.heldUntil = g.recordedAt
}
SET d.story = row.to, d.heldFrom = g.recordedAt
RETURN count(*) AS moved

// Takes back what some documents said and named. That they said so stays, with when and why it was
// taken back.
//
// @param   documents  {id: string, why: string}[]
// @returns withdrawn  int
MATCH (g:Graph {id: 'graph'})
UNWIND $documents AS row
MATCH (d:Document {id: row.id})
CALL (g, row, d) {
  MATCH (d)<-[:FROM]-(s:Statement)-[:SUBJECT]->(a)
  OPTIONAL MATCH (s)-[:OBJECT]->(b)
  CREATE (p:PastStatement)-[:WAS_FROM]->(d)
  SET p = properties(s), p.heldUntil = g.recordedAt,
      p.withdrawnAt = g.recordedAt, p.withdrawnWhy = row.why
  CREATE (p)-[:WAS_SUBJECT]->(a)
  FOREACH (_ IN CASE WHEN b IS NULL THEN [] ELSE [1] END | CREATE (p)-[:WAS_OBJECT]->(b))
  DETACH DELETE s
}
CALL (g, d) {
  MATCH (d)-[m:MENTIONS]->(e:Entity)
  CREATE (d)-[p:WAS_MENTIONS]->(e)
  SET p = properties(m), p.heldUntil = g.recordedAt
  DELETE m
}
RETURN count(*) AS withdrawn

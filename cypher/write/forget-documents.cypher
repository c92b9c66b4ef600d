// Deletes documents that were taken out, with all that only they ever said, and notes that they were.
//
// @param   ids        string[]
// @returns forgotten  int
MATCH (g:Graph {id: 'graph'})
UNWIND $ids AS id
MATCH (d:GoneDocument {id: id})
CALL (d) {
  MATCH (d)<-[:WAS_FROM]-(s:PastStatement)-[:WAS_SUBJECT]->(a)
  OPTIONAL MATCH (s)-[:WAS_OBJECT]->(b)
  WITH s, a, b, s.relationshipId AS edge
  DETACH DELETE s
  WITH DISTINCT a, b, edge WHERE b IS NOT NULL AND NOT EXISTS { MATCH (:Statement|PastStatement {relationshipId: edge}) }
  MATCH (a)-[r]->(b)
  WHERE r.id = edge AND r.heldUntil IS NOT NULL
  DELETE r
}
CALL (d) {
  MATCH (d)-[m:WAS_MENTIONS]->(e)
  DELETE m
  WITH DISTINCT e WHERE e:GoneEntity AND NOT EXISTS { MATCH (e)<-[:WAS_MENTIONS]-() }
  OPTIONAL MATCH (e)<-[:VERSION_OF]-(v:Version)
  DETACH DELETE v, e
}
CALL (d) {
  MATCH (d)<-[:VERSION_OF]-(v:Version)
  DETACH DELETE v
}
DETACH DELETE d
MERGE (t:Tombstone {id: id})
SET t.forgottenAt = g.recordedAt
RETURN count(*) AS forgotten

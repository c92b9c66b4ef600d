// Takes back what some documents said. Tells what their statements and mentions stood behind.
//
// @param   ids            string[]
// @returns relationships  json        ids of relationships to summarise again
// @returns entities       json        ids of entities to summarise again
MATCH (d:Document) WHERE d.id IN $ids
OPTIONAL MATCH (d)-[m:MENTIONS]->(e:Entity)
WITH collect(DISTINCT d) AS documents, collect(m) AS mentions, collect(DISTINCT e.id) AS named
CALL (documents) {
  UNWIND documents AS d
  MATCH (d)<-[:FROM]-(s:Statement)
  WITH s, s.relationshipId AS relationship
  DETACH DELETE s
  RETURN collect(DISTINCT relationship) AS relationships
}
FOREACH (m IN mentions | DELETE m)
RETURN relationships, named AS entities

// Every statement behind some relationships.
//
// @param   ids             string[]    relationship ids
// @returns relationshipId  string
// @returns type            string
// @returns source          string
// @returns target          string
// @returns confidence      float
// @returns modality        string
// @returns documentId      string
// @returns story           string
// @returns publishedOn     string?
// @returns properties      json
UNWIND $ids AS id
MATCH (s:Statement {relationshipId: id})
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(b:Entity)
MATCH (s)-[:FROM]->(d:Document)
RETURN id AS relationshipId, s.type AS type, a.id AS source, b.id AS target,
       s.confidence AS confidence, s.modality AS modality, d.id AS documentId, d.story AS story,
       d.publishedOn AS publishedOn,
       s {.title, .from, .to, .on, .quantity, .role, .since} AS properties
ORDER BY relationshipId, documentId, s.id

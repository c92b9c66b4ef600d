// Every statement behind some relationships, without the entities at their ends: what a summary needs.
//
// @param   ids             string[]    relationship ids
// @returns relationshipId  string
// @returns confidence      float
// @returns modality        string
// @returns documentId      string
// @returns story           string
// @returns publishedOn     string?
// @returns properties      json
UNWIND $ids AS id
MATCH (s:Statement {relationshipId: id})-[:FROM]->(d:Document)
RETURN id AS relationshipId, s.confidence AS confidence, s.modality AS modality, d.id AS documentId,
       d.story AS story, d.publishedOn AS publishedOn,
       s {.title, .from, .to, .on, .quantity, .role, .since} AS properties
ORDER BY relationshipId, documentId, s.id

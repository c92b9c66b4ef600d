// The relationships that leave one page of entities, each with its evidence.
//
// @param   entities    string[]
// @param   modalities  string[]    statements of these only
// @returns type        string
// @returns source      string
// @returns target      string
// @returns confidence  float
// @returns modality    string
// @returns properties  json
// @returns evidence    json        {source, rawStart, rawEnd, page, quote} of each statement
UNWIND $entities AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WITH a, r, b, COLLECT {
  MATCH (s:Statement {relationshipId: r.id})-[:FROM]->(d:Document)
  WHERE s.modality IN $modalities
  WITH s, d ORDER BY d.source, s.rawStart, s.rawEnd, s.id
  RETURN {source: d.source, rawStart: s.rawStart, rawEnd: s.rawEnd, page: s.page, quote: s.quote, modality: s.modality}
} AS evidence
WHERE size(evidence) > 0
RETURN type(r) AS type, a.id AS source, b.id AS target, r.confidence AS confidence, r.modality AS modality,
       r {.title, .from, .to, .on, .quantity, .role, .since} AS properties, evidence
ORDER BY source, type, target, r.id

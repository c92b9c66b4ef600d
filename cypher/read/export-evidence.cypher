// The statements behind some relationships, in order of their places.
//
// @param   ids         string[]
// @param   modalities  string[]    statements of these only
// @returns id          string
// @returns evidence    json        {document, source, url, rawStart, rawEnd, page, quote, modality, confidence, publishedOn}
UNWIND $ids AS id
MATCH (s:Statement {relationshipId: id})-[:FROM]->(d:Document)
WHERE s.modality IN $modalities
WITH id, s, d ORDER BY id, d.source, s.rawStart, s.rawEnd, s.id
RETURN id, collect({
  document: d.id, source: d.source, url: d.url, rawStart: s.rawStart, rawEnd: s.rawEnd, page: s.page,
  quote: s.quote, modality: s.modality, confidence: s.confidence, publishedOn: d.publishedOn
}) AS evidence

// The first and the last day on which documents said so, of some relationships, by modality.
//
// @param   ids         string[]
// @param   modalities  string[]    those to look for
// @returns id          string
// @returns modality    string
// @returns first       string?
// @returns last        string?
UNWIND $ids AS id
UNWIND $modalities AS modality
CALL (id, modality) {
  MATCH (s:Statement)
  USING INDEX s:Statement(relationshipId, modality, publishedOn)
  WHERE s.relationshipId = id AND s.modality = modality AND s.publishedOn > ''
  WITH s.publishedOn AS day ORDER BY s.relationshipId, s.modality, s.publishedOn LIMIT 1
  RETURN collect(day) AS first
}
CALL (id, modality) {
  MATCH (s:Statement)
  USING INDEX s:Statement(relationshipId, modality, publishedOn)
  WHERE s.relationshipId = id AND s.modality = modality AND s.publishedOn > ''
  WITH s.publishedOn AS day
  ORDER BY s.relationshipId DESC, s.modality DESC, s.publishedOn DESC LIMIT 1
  RETURN collect(day) AS last
}
RETURN id, modality, head(first) AS first, head(last) AS last

// The first and the last day on which documents said so, of some relationships.
//
// @param   ids    string[]
// @returns id     string
// @returns first  string?
// @returns last   string?
UNWIND $ids AS id
CALL (id) {
  MATCH (s:Statement)
  USING INDEX s:Statement(relationshipId, publishedOn)
  WHERE s.relationshipId = id AND s.publishedOn > ''
  WITH s.publishedOn AS day ORDER BY s.relationshipId, s.publishedOn LIMIT 1
  RETURN collect(day) AS first
}
CALL (id) {
  MATCH (s:Statement)
  USING INDEX s:Statement(relationshipId, publishedOn)
  WHERE s.relationshipId = id AND s.publishedOn > ''
  WITH s.publishedOn AS day ORDER BY s.relationshipId DESC, s.publishedOn DESC LIMIT 1
  RETURN collect(day) AS last
}
RETURN id, head(first) AS first, head(last) AS last

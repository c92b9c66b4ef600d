// A page of the relationships that statements name, in order of their ids.
//
// @param   after  string      the last id of the page before; empty for the first
// @param   limit  int
// @returns id     string
// @returns type   string
MATCH (s:Statement)
WHERE s.relationshipId > $after
WITH DISTINCT s.relationshipId AS id, s.type AS type ORDER BY id LIMIT $limit
RETURN id, type
ORDER BY id

// A page of all statements with everything that stands on them, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns document    string
// @returns subject     string
// @returns object      string?
// @returns properties  properties
MATCH (s:Statement)
WHERE s.id > $after
WITH s ORDER BY s.id LIMIT $limit
MATCH (s)-[:FROM]->(d:Document)
MATCH (s)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(b:Entity)
RETURN s.id AS id, d.id AS document, a.id AS subject, b.id AS object, properties(s) AS properties
ORDER BY id

// A page of all kept counts, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns properties  properties
MATCH (t:Tally)
WHERE t.id > $after
WITH t ORDER BY t.id LIMIT $limit
RETURN t.id AS id, properties(t) AS properties
ORDER BY id

// A page of all entities with everything that stands on them, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns labels      string[]
// @returns properties  properties
MATCH (e:Entity)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties
ORDER BY id

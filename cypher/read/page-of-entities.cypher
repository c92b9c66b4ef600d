// A page of all entities, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns statements  int         as the entity tells it
MATCH (e:Entity)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, coalesce(e.statementCount, 0) AS statements
ORDER BY id

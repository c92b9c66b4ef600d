// That every entity of some kinds is to be resolved, whatever was written.
//
// @param   after   string      the last id of the page before; empty for the first
// @param   limit   int
// @param   kinds   string[]
// @returns id      string
MATCH (e:Entity)
WHERE e.id > $after AND any(label IN labels(e) WHERE label IN $kinds)
WITH e.id AS id ORDER BY id LIMIT $limit
MERGE (u:Unresolved {id: id})
RETURN id ORDER BY id

// Edges that no statement stands behind any more, found at entities that lost one.
//
// @param   entities  string[]    ends of the edges
// @param   ids       string[]    edges without statements
// @returns removed   int
UNWIND $entities AS id
MATCH (:Entity {id: id})-[r]->(:Entity)
WHERE r.id IN $ids
DELETE r
RETURN count(*) AS removed

// What some entities have relationships with.
//
// @param   ids    string[]
// @param   limit  int
// @returns id     string
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r]-(b:Entity)
WHERE r.heldUntil IS NULL
RETURN DISTINCT b.id AS id LIMIT $limit

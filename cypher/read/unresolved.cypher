// What was written of entities of the first layer since they were last resolved.
//
// @param   limit  int
// @returns id     string
MATCH (u:Unresolved)
RETURN u.id AS id ORDER BY id LIMIT $limit

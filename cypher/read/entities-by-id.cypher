// Entities as they are stored.
//
// @param   ids         string[]
// @returns id          string
// @returns properties  json
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN id, properties(e) AS properties

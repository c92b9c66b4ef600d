// What some entities are made of, themselves included.
//
// @param   ids     string[]    of entities or of what they were made of
// @returns id      string
// @returns entity  string
// @returns unit    string      as JSON
// @returns digest  string?     of all that is held of it
UNWIND $ids AS given
OPTIONAL MATCH (known:Local {id: given})
USING INDEX known:Local(id)
WITH DISTINCT coalesce(known.entity, given) AS entity
MATCH (l:Local {entity: entity})
USING INDEX l:Local(entity)
RETURN l.id AS id, l.entity AS entity, l.unit AS unit, l.digest AS digest

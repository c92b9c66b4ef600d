// The entities that some of the first layer have become, where those are others.
//
// @param   ids     string[]
// @returns id      string
// @returns entity  string
UNWIND $ids AS id
MATCH (l:Local {id: id})
USING INDEX l:Local(id)
WHERE l.entity <> id
RETURN id, l.entity AS entity

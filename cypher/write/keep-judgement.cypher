// A judgement on two entities of the first layer; none is ever changed.
//
// @param   id          string
// @param   properties  properties
// @returns id          string
MERGE (j:Judgement {id: $id})
ON CREATE SET j = $properties
RETURN j.id AS id

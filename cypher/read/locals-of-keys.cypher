// What was resolved before and shares a key with something. Nothing else is in a block, so that it has no
// label here: a planner that knows few of that label would look through all of them for each key.
//
// @param   keys    string[]
// @returns id      string
// @returns entity  string
// @returns unit    string      as JSON
// @returns digest  string?     of all that is held of it
UNWIND $keys AS key
MATCH (b:Block {id: key})<-[:IN_BLOCK]-(l)
USING INDEX b:Block(id)
RETURN DISTINCT l.id AS id, l.entity AS entity, l.unit AS unit, l.digest AS digest

// What was resolved before and shares a key with something.
//
// @param   keys    string[]
// @returns id      string
// @returns entity  string
// @returns unit    string      as JSON
UNWIND $keys AS key
MATCH (b:Block {id: key})<-[:IN_BLOCK]-(l:Local)
USING INDEX b:Block(id)
RETURN DISTINCT l.id AS id, l.entity AS entity, l.unit AS unit

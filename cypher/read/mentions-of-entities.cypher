// Every mention of some entities, as it is stored.
//
// @param   ids         string[]
// @returns document    string
// @returns entity      string
// @returns properties  json
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-(d)
USING INDEX e:Entity(id)
RETURN d.id AS document, e.id AS entity, properties(m) AS properties
ORDER BY document, entity

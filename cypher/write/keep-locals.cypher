// Entities of the first layer, with the entity that each is and why. Safe to run twice.
//
// @param   locals  {id: string, keys: string[], properties: properties}[]
// @returns kept    int
UNWIND $locals AS row
MERGE (l:Local {id: row.id})
SET l = row.properties
WITH l, row
CALL (l, row) {
  MATCH (l)-[old:IN_BLOCK]->(b:Block)
  WHERE NOT b.id IN row.keys
  DELETE old
}
CALL (l, row) {
  UNWIND row.keys AS key
  MERGE (b:Block {id: key})
  MERGE (l)-[:IN_BLOCK]->(b)
}
RETURN count(*) AS kept

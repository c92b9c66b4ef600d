// Entities of the first layer, with the entity that each is and why, and as that was until this turn
// beside them. Safe to run twice. Blocks have no label where their units are left, since nothing else is
// led to by that type: a planner that knows few of them would look through all for each unit.
//
// @param   locals  {id: string, keys: string[], properties: properties}[]
// @returns kept    int
MATCH (g:Graph {id: 'graph'})
UNWIND $locals AS row
MERGE (l:Local {id: row.id})
WITH g, row, l, all(name IN keys(row.properties) + keys(l) WHERE name IN ['unit', 'digest', 'heldFrom'] OR
  coalesce(l[name] = row.properties[name], l[name] IS NULL AND row.properties[name] IS NULL)) AS same,
  l.heldFrom AS heldFrom
CALL (g, l, same) {
  WITH * WHERE NOT same AND l.entity IS NOT NULL AND coalesce(l.heldFrom, '') < g.recordedAt
  CREATE (p:PastLocal)
  SET p = properties(l), p.unit = null, p.digest = null, p.heldUntil = g.recordedAt
}
SET l = row.properties, l.heldFrom = CASE WHEN same THEN heldFrom ELSE g.recordedAt END
WITH l, row
CALL (l, row) {
  MATCH (l)-[old:IN_BLOCK]->(b)
  WHERE NOT b.id IN row.keys
  DELETE old
}
CALL (l, row) {
  UNWIND row.keys AS key
  MERGE (b:Block {id: key})
  MERGE (l)-[:IN_BLOCK]->(b)
}
RETURN count(*) AS kept

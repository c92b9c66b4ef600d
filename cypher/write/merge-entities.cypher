// Entities as their mentions and statements show them, and as they were until this turn beside them.
// Safe to run twice.
//
// @param   entities  {id: string, kind: string, properties: properties}[]
// @returns written   int
MATCH (g:Graph {id: 'graph'})
UNWIND $entities AS row
CALL (row) {
  MATCH (gone:GoneEntity {id: row.id})
  REMOVE gone:GoneEntity
  SET gone:Entity:$(row.kind), gone.heldUntil = null
}
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.kind)
WITH g, row, e, all(name IN keys(row.properties) + keys(e) WHERE name = 'heldFrom' OR
  coalesce(e[name] = row.properties[name], e[name] IS NULL AND row.properties[name] IS NULL)) AS same
CALL (g, e, same) {
  WITH * WHERE NOT same AND e.name IS NOT NULL AND coalesce(e.heldFrom, '') < g.recordedAt
  CREATE (v:Version)-[:VERSION_OF]->(e)
  SET v = properties(e), v.heldUntil = g.recordedAt
}
FOREACH (_ IN CASE WHEN same THEN [] ELSE [1] END | SET e = row.properties, e.heldFrom = g.recordedAt)
RETURN count(*) AS written

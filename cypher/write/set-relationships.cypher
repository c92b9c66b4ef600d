// Edges as the summary of their statements; without properties they are removed. Each type has its
// index, so that an edge between two entities of very many is found as soon as any other. As they were
// until this turn they stay, under a type of their own that no current read follows.
//
// @param   edges    {id: string, type: string, properties: properties?}[]
// @returns written  int
MATCH (g:Graph {id: 'graph'})
UNWIND $edges AS row
CALL (row) {
  WITH * WHERE row.type = 'HOLDS_POSITION' MATCH ()-[r:HOLDS_POSITION {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'SIGNED' MATCH ()-[r:SIGNED {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'PARTY_TO' MATCH ()-[r:PARTY_TO {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'APPROVED_SALE' MATCH ()-[r:APPROVED_SALE {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'SOLD_TO' MATCH ()-[r:SOLD_TO {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'SOLD_BY' MATCH ()-[r:SOLD_BY {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'INCLUDES' MATCH ()-[r:INCLUDES {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'MANUFACTURES' MATCH ()-[r:MANUFACTURES {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'OPERATES' MATCH ()-[r:OPERATES {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'PLANS_TO_ACQUIRE' MATCH ()-[r:PLANS_TO_ACQUIRE {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'PARTICIPATED_IN' MATCH ()-[r:PARTICIPATED_IN {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'HELD_IN' MATCH ()-[r:HELD_IN {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'LOCATED_IN' MATCH ()-[r:LOCATED_IN {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'PART_OF' MATCH ()-[r:PART_OF {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'CONCERNS' MATCH ()-[r:CONCERNS {id: row.id}]->() RETURN r
  UNION
  WITH * WHERE row.type = 'VARIANT_OF' MATCH ()-[r:VARIANT_OF {id: row.id}]->() RETURN r
}
WITH g, row, r, startNode(r) AS a, endNode(r) AS b, row.properties IS NOT NULL AND
  all(name IN keys(coalesce(row.properties, {})) + keys(r) WHERE name = 'heldFrom' OR
    coalesce(r[name] = row.properties[name], r[name] IS NULL AND row.properties[name] IS NULL)) AS same
CALL (g, row, r, a, b, same) {
  WITH * WHERE NOT same AND coalesce(r.heldFrom, '') < g.recordedAt
  CREATE (a)-[p:$('WAS_' + row.type)]->(b)
  SET p = properties(r), p.heldUntil = g.recordedAt
}
FOREACH (_ IN CASE WHEN row.properties IS NULL THEN [1] ELSE [] END | DELETE r)
FOREACH (_ IN CASE WHEN row.properties IS NULL OR same THEN [] ELSE [1] END | SET r = row.properties, r.heldFrom = g.recordedAt)
RETURN count(*) AS written

// Pairs that may be one entity, in place of those that some entities of the first layer had, and what
// these were until this turn beside them. Safe to run twice.
//
// @param   of          string[]
// @param   notOf       string[]    whose pairs stay, whatever the other end is
// @param   kept        string[]    ids of these pairs
// @param   candidates  {id: string, left: string, right: string, properties: properties}[]
// @returns kept        int
MATCH (g:Graph {id: 'graph'})
CALL (g) {
  UNWIND $of AS id
  CALL (id) {
    MATCH (c:Candidate {left: id})
    RETURN c
    UNION
    MATCH (c:Candidate {right: id})
    RETURN c
  }
  WITH DISTINCT g, c
  WHERE NOT (c.id IN $kept OR c.left IN $notOf OR c.right IN $notOf)
  CALL (g, c) {
    WITH * WHERE coalesce(c.heldFrom, '') < g.recordedAt
    CREATE (p:PastCandidate)
    SET p = properties(c), p.heldUntil = g.recordedAt
  }
  DELETE c
}
CALL (g) {
  UNWIND $candidates AS row
  MERGE (c:Candidate {id: row.id})
  WITH g, c, row, all(name IN keys(row.properties) + keys(c) WHERE name = 'heldFrom' OR
    coalesce(c[name] = row.properties[name], c[name] IS NULL AND row.properties[name] IS NULL)) AS same
  WHERE NOT same
  CALL (g, c) {
    WITH * WHERE c.left IS NOT NULL AND coalesce(c.heldFrom, '') < g.recordedAt
    CREATE (p:PastCandidate)
    SET p = properties(c), p.heldUntil = g.recordedAt
  }
  SET c = row.properties, c.heldFrom = g.recordedAt
}
RETURN size($candidates) AS kept

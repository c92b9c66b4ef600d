// Statements that were withdrawn in this turn and are said again keep the moment at which they were
// recorded; one that is just as it was until this turn goes on being held.
//
// @param   ids       string[]
// @returns restated  int
MATCH (g:Graph {id: 'graph'})
UNWIND $ids AS id
MATCH (p:PastStatement {id: id, heldUntil: g.recordedAt})
MATCH (s:Statement {id: id})
SET s.recordedAt = p.recordedAt, s.heldFrom = g.recordedAt
REMOVE p.withdrawnAt, p.withdrawnWhy
WITH s, p
CALL (s, p) {
  WITH * WHERE all(name IN keys(p) + keys(s) WHERE name IN ['heldFrom', 'heldUntil'] OR coalesce(p[name] = s[name], false))
  SET s.heldFrom = p.heldFrom
  DETACH DELETE p
}
RETURN count(*) AS restated

// Pairs that may be one entity, in place of those that some entities of the first layer had.
//
// @param   of          string[]
// @param   candidates  {id: string, left: string, right: string, properties: properties}[]
// @returns kept        int
CALL () {
  UNWIND $of AS id
  CALL (id) {
    MATCH (c:Candidate {left: id})
    RETURN c
    UNION
    MATCH (c:Candidate {right: id})
    RETURN c
  }
  WITH DISTINCT c
  DELETE c
}
CALL () {
  UNWIND $candidates AS row
  MERGE (c:Candidate {id: row.id})
  SET c = row.properties
}
RETURN size($candidates) AS kept

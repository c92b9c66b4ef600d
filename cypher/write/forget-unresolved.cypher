// That some entities of the first layer are resolved.
//
// @param   ids        string[]
// @returns forgotten  int
UNWIND $ids AS id
MATCH (u:Unresolved {id: id})
DELETE u
RETURN count(*) AS forgotten

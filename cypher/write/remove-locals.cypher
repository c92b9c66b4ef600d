// Entities of the first layer that no document names any more.
//
// @param   ids      string[]
// @returns removed  int
UNWIND $ids AS id
MATCH (l:Local {id: id})
DETACH DELETE l
RETURN count(*) AS removed

// Whether anything was written of entities of the first layer since they were last resolved.
//
// @returns found  int
MATCH (u:Unresolved)
RETURN 1 AS found LIMIT 1

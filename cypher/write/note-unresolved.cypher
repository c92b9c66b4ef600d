// That something was written of entities of the first layer. Safe to run twice.
//
// @param   ids    string[]
// @returns noted  int
UNWIND $ids AS id
MERGE (u:Unresolved {id: id})
RETURN count(*) AS noted

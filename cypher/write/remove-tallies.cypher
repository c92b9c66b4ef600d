// Counts of what is not there any more.
//
// @param   ids      string[]
// @returns removed  int
UNWIND $ids AS id
MATCH (t:Tally {id: id})
DELETE t
RETURN count(*) AS removed

// A page of all kept counts, in order of their ids.
//
// @param   after   string      the last id of the page before; empty for the first
// @param   limit   int
// @returns id      string
// @returns orphan  boolean     whether what it counts is not there any more
MATCH (t:Tally)
WHERE t.id > $after
WITH t ORDER BY t.id LIMIT $limit
RETURN t.id AS id,
       NOT EXISTS { MATCH (:Entity {id: t.id}) } AND
       NOT EXISTS { MATCH (:Statement {relationshipId: t.id}) } AS orphan
ORDER BY id

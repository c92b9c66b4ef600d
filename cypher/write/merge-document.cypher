// One document, with the documents it supersedes marked. Safe to run twice.
//
// @param   id          string
// @param   properties  properties
// @param   supersedes  string[]
// @returns id          string
MERGE (d:Document {id: $id})
SET d = $properties
WITH d
CALL (d) {
  UNWIND $supersedes AS old
  MATCH (o:Document {id: old})
  SET o.supersededBy = d.id
}
RETURN d.id AS id

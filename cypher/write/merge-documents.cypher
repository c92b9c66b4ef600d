// Documents, with those that they supersede marked. Safe to run twice.
//
// @param   documents  {id: string, properties: properties, supersedes: string[]}[]
// @returns written    int
UNWIND $documents AS row
MERGE (d:Document {id: row.id})
SET d = row.properties
WITH d, row
CALL (d, row) {
  UNWIND row.supersedes AS old
  MATCH (o:Document {id: old})
  SET o.supersededBy = d.id
}
RETURN count(*) AS written

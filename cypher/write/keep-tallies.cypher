// Counts of entities and relationships that much is said of. Safe to run twice.
//
// @param   tallies  {id: string, properties: properties}[]
// @returns kept     int
UNWIND $tallies AS row
MERGE (t:Tally {id: row.id})
SET t = row.properties
RETURN count(*) AS kept

// Kept counts of entities and relationships that much is said of.
//
// @param   ids     string[]    of entities or relationships
// @returns id      string
// @returns counts  string      as JSON
// @returns first   string?     of a relationship: the first day on which a document said so
// @returns last    string?
UNWIND $ids AS id
MATCH (t:Tally {id: id})
RETURN id, t.counts AS counts, t.first AS first, t.last AS last

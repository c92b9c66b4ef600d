// Kept counts of entities and relationships that much is said of.
//
// @param   ids     string[]    of entities or relationships
// @returns id      string
// @returns counts  string      as JSON
// @returns days    string      of a relationship, by modality: {first, last} as JSON
UNWIND $ids AS id
MATCH (t:Tally {id: id})
RETURN id, t.counts AS counts, t.days AS days

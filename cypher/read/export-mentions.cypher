// Where one page of documents names entities.
//
// @param   documents  string[]
// @returns source     string
// @returns entity     string
// @returns rawSpans   json      flat list of start, end
UNWIND $documents AS id
MATCH (d:Document {id: id})-[m:MENTIONS]->(e:Entity)
RETURN d.source AS source, e.id AS entity, m.rawSpans AS rawSpans
ORDER BY source, entity

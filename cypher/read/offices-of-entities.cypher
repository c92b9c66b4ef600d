// Offices that documents give some people, by the person of the first layer.
//
// @param   ids        string[]
// @returns id         string      as the first layer has it
// @returns title      string?
// @returns of         string
// @returns documents  int
// @returns first      string?
// @returns last       string?
UNWIND $ids AS entity
MATCH (e:Person {id: entity})<-[:SUBJECT]-(s:Statement {type: 'HOLDS_POSITION'})-[:OBJECT]->(o:Entity)
WHERE s.modality <> 'denied'
RETURN coalesce(s.localSubject, entity) AS id, s.title AS title, coalesce(s.localObject, o.id) AS of,
       count(*) AS documents, min(s.publishedOn) AS first, max(s.publishedOn) AS last

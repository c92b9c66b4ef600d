// Offices that documents give some people, by the person of the first layer. The type is asked in a form
// that no index serves: a planner that begins with the type reads the offices of all for each person.
//
// @param   ids        string[]
// @returns id         string      as the first layer has it
// @returns title      string?
// @returns of         string
// @returns documents  int
// @returns first      string?
// @returns last       string?
UNWIND $ids AS entity
MATCH (:Person {id: entity})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(o:Entity)
WHERE coalesce(s.type, '') = 'HOLDS_POSITION' AND s.modality <> 'denied'
RETURN coalesce(s.localSubject, entity) AS id, s.title AS title, coalesce(s.localObject, o.id) AS of,
       count(*) AS documents, min(s.publishedOn) AS first, max(s.publishedOn) AS last

// Offices that documents give some people, by the person of the first layer. The type is asked in a form
// that no index serves, and the statements have no label here, since nothing else has a subject: a planner
// that begins with either reads those of all for each person.
//
// @param   ids        string[]
// @returns id         string      as the first layer has it
// @returns title      string?
// @returns of         string
// @returns documents  int
// @returns first      string?
// @returns last       string?
UNWIND $ids AS entity
MATCH (e:Entity {id: entity})<-[:SUBJECT]-(s)-[:OBJECT]->(o)
USING INDEX e:Entity(id)
WHERE coalesce(s.type, '') = 'HOLDS_POSITION' AND s.modality <> 'denied'
RETURN coalesce(s.localSubject, entity) AS id, s.title AS title, coalesce(s.localObject, o.id) AS of,
       count(*) AS documents, min(s.publishedOn) AS first, max(s.publishedOn) AS last

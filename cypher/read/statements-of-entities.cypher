// Every statement about some entities, with its ends as they are and as the first layer has them.
//
// @param   ids           string[]
// @returns id            string
// @returns type          string
// @returns title         string?
// @returns subject       string
// @returns object        string?
// @returns localSubject  string
// @returns localObject   string?
// @returns edge          string?
UNWIND $ids AS entity
MATCH (:Entity {id: entity})<-[:SUBJECT|OBJECT]-(s:Statement)
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(b:Entity)
RETURN s.id AS id, s.type AS type, s.title AS title, a.id AS subject, b.id AS object,
       coalesce(s.localSubject, a.id) AS localSubject, coalesce(s.localObject, b.id) AS localObject,
       s.relationshipId AS edge
ORDER BY id

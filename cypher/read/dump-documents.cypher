// A page of all documents with everything that stands on them, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns properties  properties
// @returns mentions    json        {entity, properties} of each entity that it names
MATCH (d:Document)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id, properties(d) AS properties,
       COLLECT {
         MATCH (d)-[m:MENTIONS]->(e:Entity)
         WITH m, e ORDER BY e.id
         RETURN {entity: e.id, properties: properties(m)}
       } AS mentions
ORDER BY id

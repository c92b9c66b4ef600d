// A page of the relationships that leave some entities, in order of their ids.
//
// @param   entities    string[]
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns type        string
// @returns source      string
// @returns target      string
// @returns statements  int         as the edge tells it
// @returns summary     json        {confidence, modality, statementCount, documentCount, sourceCount, firstSeen, lastSeen}
// @returns properties  json
UNWIND $entities AS entity
MATCH (a:Entity {id: entity})-[r]->(b:Entity)
WHERE r.id > $after AND r.heldUntil IS NULL
WITH a, r, b ORDER BY r.id LIMIT $limit
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target,
       coalesce(r.statementCount, 0) AS statements,
       r {.confidence, .modality, .statementCount, .documentCount, .sourceCount, .firstSeen, .lastSeen,
          .plannedSince, .rumouredSince, .deniedBy, .contested} AS summary,
       r {.title, .from, .to, .on, .quantity, .role, .since} AS properties
ORDER BY id

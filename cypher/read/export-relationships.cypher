// A page of the relationships of one type, in order of their ids, whatever stands at their ends.
//
// @param   type        string
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns type        string
// @returns source      string
// @returns target      string
// @returns statements  int         as the edge tells it
// @returns summary     json        {confidence, modality, statementCount, documentCount, sourceCount, firstSeen, lastSeen}
// @returns properties  json
CALL () {
  WITH * WHERE $type = 'HOLDS_POSITION' MATCH (a)-[r:HOLDS_POSITION]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'SIGNED' MATCH (a)-[r:SIGNED]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'PARTY_TO' MATCH (a)-[r:PARTY_TO]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'APPROVED_SALE' MATCH (a)-[r:APPROVED_SALE]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'SOLD_TO' MATCH (a)-[r:SOLD_TO]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'SOLD_BY' MATCH (a)-[r:SOLD_BY]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'INCLUDES' MATCH (a)-[r:INCLUDES]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'MANUFACTURES' MATCH (a)-[r:MANUFACTURES]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'OPERATES' MATCH (a)-[r:OPERATES]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'PLANS_TO_ACQUIRE' MATCH (a)-[r:PLANS_TO_ACQUIRE]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'PARTICIPATED_IN' MATCH (a)-[r:PARTICIPATED_IN]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'HELD_IN' MATCH (a)-[r:HELD_IN]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'LOCATED_IN' MATCH (a)-[r:LOCATED_IN]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'PART_OF' MATCH (a)-[r:PART_OF]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'CONCERNS' MATCH (a)-[r:CONCERNS]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
  UNION ALL
  WITH * WHERE $type = 'VARIANT_OF' MATCH (a)-[r:VARIANT_OF]->(b) WHERE r.id > $after RETURN a, r, b ORDER BY r.id LIMIT $limit
}
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target,
       coalesce(r.statementCount, 0) AS statements,
       r {.confidence, .modality, .statementCount, .documentCount, .sourceCount, .firstSeen, .lastSeen,
          .plannedSince, .rumouredSince, .deniedBy, .contested} AS summary,
       r {.title, .from, .to, .on, .quantity, .role, .since} AS properties
ORDER BY id

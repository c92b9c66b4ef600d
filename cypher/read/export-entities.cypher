// A page of all entities, in order of their ids.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns kind        string
// @returns name        string
// @returns aliases     string[]
// @returns properties  json
MATCH (e:Entity)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, head([label IN labels(e) WHERE label <> 'Entity']) AS kind, e.name AS name, e.aliases AS aliases,
       e {.kind, .country, .iso2, .signedOn, .durationYears, .designation, .stage, .approvedOn, .contractedOn,
          .value, .currency, .valueText, .startsOn, .endsOn, .personnel, .latitude, .longitude} AS properties
ORDER BY id

// A page of entities, in order of their ids: all of them, those of some kinds, or those that have a
// relationship that is asked for.
//
// @param   after       string      the last id of the page before; empty for the first
// @param   limit       int
// @param   kinds       string[]?   of these kinds, and with relationships to these; null: of any
// @param   types       string[]?   with a relationship of one of these types; null: with or without
// @param   since       string?     a document says so on this day or later
// @param   until       string?     a document says so on this day or earlier
// @param   confidence  float?      at least as sure as this
// @returns id          string
// @returns kind        string
// @returns name        string
// @returns aliases     string[]
// @returns properties  json
MATCH (e:Entity)
WHERE e.id > $after
  AND ($kinds IS NULL OR any(label IN labels(e) WHERE label IN $kinds))
  AND ($types IS NULL OR EXISTS {
    MATCH (e)-[r]-(o:Entity)
    WHERE type(r) IN $types
      AND ($kinds IS NULL OR any(label IN labels(o) WHERE label IN $kinds))
      AND ($since IS NULL OR r.lastSeen >= $since)
      AND ($until IS NULL OR r.firstSeen <= $until)
      AND ($confidence IS NULL OR r.confidence >= $confidence)
  })
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, head([label IN labels(e) WHERE label <> 'Entity']) AS kind, e.name AS name, e.aliases AS aliases,
       e {.kind, .country, .iso2, .signedOn, .durationYears, .designation, .stage, .approvedOn, .contractedOn,
          .value, .currency, .valueText, .basis, .startsOn, .endsOn, .personnel, .latitude, .longitude} AS properties
ORDER BY id

// Some entities, in order of their ids.
//
// @param   ids         string[]
// @returns id          string
// @returns kind        string
// @returns name        string
// @returns aliases     string[]
// @returns properties  json
// @returns degree      int         relationships that leave it
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, head([label IN labels(e) WHERE label <> 'Entity']) AS kind, e.name AS name, e.aliases AS aliases,
       e {.kind, .country, .iso2, .signedOn, .durationYears, .designation, .stage, .approvedOn, .contractedOn,
          .value, .currency, .valueText, .basis, .startsOn, .endsOn, .personnel, .latitude, .longitude} AS properties,
       COUNT { (e)-[:HOLDS_POSITION|SIGNED|PARTY_TO|APPROVED_SALE|SOLD_TO|SOLD_BY|INCLUDES|MANUFACTURES|OPERATES|PLANS_TO_ACQUIRE|PARTICIPATED_IN|HELD_IN|LOCATED_IN|PART_OF|CONCERNS|VARIANT_OF]->() } AS degree
ORDER BY id

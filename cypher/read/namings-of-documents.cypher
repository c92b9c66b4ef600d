// What some documents call the entities that they name.
//
// @param   ids     string[]
// @returns entity  string
// @returns naming  json        {name, aliases, count, kind, country, iso2, designation, externalIds, parts}
UNWIND $ids AS id
MATCH (:Document {id: id})-[m:MENTIONS]->(e:Entity)
RETURN e.id AS entity,
       m {.name, .count, .kind, .country, .iso2, .designation,
          aliases: coalesce(m.aliases, []), externalIds: coalesce(m.externalIds, []),
          parts: coalesce(m.parts, [])} AS naming

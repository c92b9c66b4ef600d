// What documents call some entities, and what they state of their plain properties.
//
// @param   ids         string[]    entity ids
// @returns id          string
// @returns names       json        {name, aliases, count, properties, externalIds} of each document
// @returns facts       json        {property, value, confidence, modality, publishedOn, story ...} of each statement
// @returns statements  int         statements it takes part in
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN id,
       COLLECT {
         MATCH (e)<-[m:MENTIONS]-(:Document)
         RETURN m {.name, .count, .kind, .country, .iso2, .designation,
          aliases: coalesce(m.aliases, []), externalIds: coalesce(m.externalIds, [])}
       } AS names,
       COLLECT {
         MATCH (e)<-[:SUBJECT]-(s:Statement {type: 'PROPERTY'})-[:FROM]->(d:Document)
         WHERE s.modality IN ['asserted', 'planned']
         RETURN s {.property, .value, .confidence, .currency, .valueText, .basis, .modality, .publishedOn,
                   story: d.story}
       } AS facts,
       COUNT { (e)<-[:SUBJECT|OBJECT]-() } AS statements

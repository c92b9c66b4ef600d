// Every statement of the documents of some stories.
//
// @param   stories         string[]
// @returns documentId      string
// @returns story           string
// @returns relationshipId  string?     null where a plain property is stated
// @returns type            string
// @returns source          string      the subject
// @returns target          string?     the object
// @returns confidence      float
// @returns modality        string
// @returns publishedOn     string?
// @returns properties      json        what is said of the relationship
// @returns fact            json        {property, value, currency, valueText, basis}
UNWIND $stories AS story
MATCH (d:Document {story: story})<-[:FROM]-(s:Statement)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(b:Entity)
RETURN d.id AS documentId, story, s.relationshipId AS relationshipId, s.type AS type,
       a.id AS source, b.id AS target, s.confidence AS confidence, s.modality AS modality,
       d.publishedOn AS publishedOn,
       s {.title, .from, .to, .on, .quantity, .role, .since} AS properties,
       s {.property, .value, .currency, .valueText, .basis} AS fact

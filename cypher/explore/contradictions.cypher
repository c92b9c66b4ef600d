// Properties on which documents differ
// Of each document what it says most surely: several readings of one document are no difference.
MATCH (e:Entity)<-[:SUBJECT]-(s:Statement {type: 'PROPERTY'})-[:FROM]->(d:Document)
WITH e, s.property AS property, d, s ORDER BY s.confidence DESC, s.id
WITH e, property, d, head(collect(s.value)) AS value
WITH e, property, collect(DISTINCT value) AS said, collect(d.title) AS documents
WHERE size(said) > 1 AND size(documents) > 1
RETURN e.name, property, said, documents LIMIT 25

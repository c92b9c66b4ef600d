// Properties on which statements differ
MATCH (e:Entity)<-[:SUBJECT]-(s:Statement {type: 'PROPERTY'})-[:FROM]->(d:Document)
WITH e, s.property AS property, collect(DISTINCT s.value) AS said, collect(DISTINCT d.title) AS documents
WHERE size(said) > 1
RETURN e.name, property, said, documents LIMIT 25

// One relationship, and every sentence that says so
MATCH (a:Entity)-[r:SIGNED]->(b:Agreement)
MATCH (s:Statement {relationshipId: r.id})-[:FROM]->(d:Document)
RETURN a.name, b.name, r.modality, s.quote, d.title, d.publishedOn ORDER BY r.statementCount DESC LIMIT 20

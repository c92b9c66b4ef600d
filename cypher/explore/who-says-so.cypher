// One relationship, and every sentence that says so
// Each sentence with its own modality: a plan is shown beside the signing that followed.
MATCH (a:Entity)-[r:SIGNED]->(b:Agreement)
MATCH (s:Statement {relationshipId: r.id})-[:FROM]->(d:Document)
RETURN a.name, b.name, s.modality, s.confidence, s.quote, d.title, d.publishedOn
ORDER BY r.statementCount DESC, r.id, s.confidence DESC LIMIT 20

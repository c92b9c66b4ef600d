// The best known entities and what ties them
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.heldUntil IS NULL
RETURN a, r, b ORDER BY r.statementCount DESC LIMIT 60

// Relationships with the most independent sources
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.sourceCount > 1 AND r.heldUntil IS NULL
RETURN a, r, b ORDER BY r.sourceCount DESC LIMIT 40

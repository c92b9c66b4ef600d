// What is only planned
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.heldUntil IS NULL AND r.modality = 'planned'
RETURN a, r, b ORDER BY r.lastSeen DESC LIMIT 60

// What is rumoured or denied
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.heldUntil IS NULL AND r.modality IN ['rumoured', 'denied']
RETURN a, r, b ORDER BY r.lastSeen DESC LIMIT 60

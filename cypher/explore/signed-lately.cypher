// The agreements that were signed last, with their sentence
MATCH (who:Entity)-[r:SIGNED]->(a:Agreement) WHERE r.on IS NOT NULL
MATCH (s:Statement {relationshipId: r.id})-[:FROM]->(d:Document)
RETURN r.on AS day, who.name AS who, a.name AS agreement, s.quote AS sentence, d.title AS document
ORDER BY day DESC, s.confidence DESC LIMIT 40

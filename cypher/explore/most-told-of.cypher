// Whom most documents tell of
MATCH (e:Entity)<-[:MENTIONS]-(d:Document)
RETURN labels(e)[-1] AS kind, e.name AS name, count(d) AS documents, e.statementCount AS statements
ORDER BY documents DESC, name LIMIT 40

// The newest document: the statements it makes, and of whom
MATCH (d:Document) WHERE d.publishedOn IS NOT NULL AND d.supersededBy IS NULL
WITH d ORDER BY d.publishedOn DESC LIMIT 1
MATCH path = (d)<-[:FROM]-(s:Statement)-[:SUBJECT|OBJECT]->(:Entity)
RETURN path LIMIT 60

// The model: kinds of nodes and what ties them, with counts
MATCH (a)-[r]->(b)
WITH labels(a)[-1] AS source, type(r) AS relationship, labels(b)[-1] AS target
RETURN source, relationship, target, count(*) AS many ORDER BY many DESC

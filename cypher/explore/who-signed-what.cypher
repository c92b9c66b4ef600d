// Who signed which agreement
MATCH path = (signatory:Entity)-[:SIGNED]->(a:Agreement)
RETURN path ORDER BY a.signedOn DESC LIMIT 60

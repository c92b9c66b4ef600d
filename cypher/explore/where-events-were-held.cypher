// Events and where they were held
MATCH path = (e:Event)-[:HELD_IN]->(:Entity)
RETURN path ORDER BY e.startsOn DESC LIMIT 60

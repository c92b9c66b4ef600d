// Who met whom: events and who took part
MATCH path = (:Person)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(:Person)
RETURN path ORDER BY e.startsOn DESC LIMIT 40

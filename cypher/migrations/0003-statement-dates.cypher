// Statements tell when their document was published: lists of them put the surest first, then the newest.
MATCH (s:Statement)-[:FROM]->(d:Document)
WHERE s.publishedOn IS NULL AND d.publishedOn IS NOT NULL
CALL (s, d) { SET s.publishedOn = d.publishedOn } IN TRANSACTIONS OF 10000 ROWS;

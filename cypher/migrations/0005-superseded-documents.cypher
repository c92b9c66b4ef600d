// What an earlier version noted as a property is a relationship too; statements without a time were
// recorded when their document was read.
MATCH (o:Document)
WHERE o.supersededBy IS NOT NULL
CALL (o) {
  MATCH (d:Document {id: o.supersededBy})
  MERGE (d)-[:SUPERSEDES]->(o)
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (s:Statement)-[:FROM]->(d:Document)
WHERE s.recordedAt IS NULL
CALL (s, d) { SET s.recordedAt = d.ingestedAt } IN TRANSACTIONS OF 10000 ROWS;

// A frequent surname alone is found by offices only: all people are resolved anew, by the next ingest or by
// `entente resolve`.
MATCH (e:Person)
CALL (e) { MERGE (:Unresolved {id: e.id}) } IN TRANSACTIONS OF 10000 ROWS;

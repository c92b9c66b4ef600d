// The keys under which people and systems are found are narrower: all are resolved anew, by the next
// ingest or by `entente resolve`.
MATCH (e:Person|WeaponSystem)
CALL (e) { MERGE (:Unresolved {id: e.id}) } IN TRANSACTIONS OF 10000 ROWS;

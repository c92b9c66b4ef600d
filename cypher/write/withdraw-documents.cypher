// Takes back what some documents said and named.
//
// @param   ids        string[]
// @returns withdrawn  int
UNWIND $ids AS id
MATCH (d:Document {id: id})
CALL (d) {
  MATCH (d)<-[:FROM]-(s:Statement)
  DETACH DELETE s
}
CALL (d) {
  MATCH (d)-[m:MENTIONS]->(:Entity)
  DELETE m
}
RETURN count(*) AS withdrawn

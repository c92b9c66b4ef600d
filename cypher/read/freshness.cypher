// How much the graph holds, and when something was last read into it.
//
// @returns documents   int
// @returns entities    int
// @returns statements  int
// @returns ingestedAt  string?
OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN
  COUNT { MATCH (:Document) } AS documents,
  COUNT { MATCH (:Entity) } AS entities,
  COUNT { MATCH (:Statement) } AS statements,
  g.lastIngestAt AS ingestedAt

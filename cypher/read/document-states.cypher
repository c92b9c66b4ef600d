// What the graph holds of some documents, and of others read from the same sources.
//
// @param   documents   {id: string, source: string}[]
// @returns id          string
// @returns known       string?     the content hash it was written with, where it holds now
// @returns story       string?
// @returns skipped     string?     why it gave no facts
// @returns extractor   string?     the version that read it, where it gave statements
// @returns entities    int         entities that it names
// @returns statements  int
// @returns others      json        {id, story} of documents of the same source that it supersedes
UNWIND $documents AS row
OPTIONAL MATCH (same:Document {id: row.id})
RETURN row.id AS id,
       CASE WHEN same.supersededBy IS NULL THEN same.contentHash END AS known,
       same.story AS story, same.skipped AS skipped,
       head(COLLECT { MATCH (same)<-[:FROM]-(s:Statement) RETURN s.extractor AS version LIMIT 1 }) AS extractor,
       COUNT { (same)-[:MENTIONS]->() } AS entities,
       COUNT { (same)<-[:FROM]-() } AS statements,
       COLLECT {
         MATCH (d:Document {source: row.source})
         WHERE d.id <> row.id AND d.supersededBy IS NULL
         WITH d ORDER BY d.id
         RETURN d {.id, .story}
       } AS others

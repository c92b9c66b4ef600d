// What the graph holds of a document and of others read from the same source.
//
// @param   id         string
// @param   source     string
// @returns known      string?     the document's own content hash, when it was read before
// @returns others     string[]    documents of the same source that this one supersedes
OPTIONAL MATCH (same:Document {id: $id})
WITH same
RETURN same.contentHash AS known,
       COLLECT {
         MATCH (d:Document {source: $source})
         WHERE d.id <> $id AND d.supersededBy IS NULL
         RETURN d.id ORDER BY d.id
       } AS others

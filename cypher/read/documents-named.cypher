// All versions of what a source, or the source of a document, gave.
//
// @param   name     string      an id or a source
// @returns id       string
// @returns story    string?
// @returns current  boolean     whether it holds now
MATCH (named:Document)
WHERE named.id = $name OR named.source = $name
WITH DISTINCT named.source AS source
MATCH (d:Document {source: source})
RETURN d.id AS id, d.story AS story, d.supersededBy IS NULL AS current
ORDER BY id

// A page of the documents that are not superseded, in order of their sources.
//
// @param   after       string      the last source of the page before; empty for the first
// @param   limit       int
// @returns id          string
// @returns source      string
// @returns properties  json
MATCH (d:Document)
WHERE d.source > $after AND d.supersededBy IS NULL
WITH d ORDER BY d.source, d.id LIMIT $limit
RETURN d.id AS id, d.source AS source, d {.title, .url, .publisher, .publishedOn, .language} AS properties
ORDER BY source, id

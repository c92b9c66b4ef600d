// Whether anything was read yet.
//
// @returns documents  int
RETURN COUNT { MATCH (:Document) } AS documents

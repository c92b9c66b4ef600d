// Documents of several stories that turned out to be one. Tells whose counts change.
//
// @param   stories        string[]
// @param   story          string      the one they become
// @returns relationships  json
MATCH (d:Document) WHERE d.story IN $stories AND d.story <> $story
SET d.story = $story
WITH collect(d) AS documents
CALL (documents) {
  UNWIND documents AS d
  MATCH (d)<-[:FROM]-(s:Statement)
  RETURN collect(DISTINCT s.relationshipId) AS relationships
}
RETURN relationships

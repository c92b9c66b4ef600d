// Documents that may tell the same story: they share a band of the fingerprint.
//
// @param   id         string
// @param   bands      string[]    one for each of the six bands
// @returns id         string
// @returns story      string
// @returns signature  json
MATCH (d:Document)
WHERE d.id <> $id AND d.supersededBy IS NULL AND (
  d.band0 = $bands[0] OR d.band1 = $bands[1] OR d.band2 = $bands[2] OR
  d.band3 = $bands[3] OR d.band4 = $bands[4] OR d.band5 = $bands[5]
)
RETURN d.id AS id, d.story AS story, d.signature AS signature
ORDER BY id

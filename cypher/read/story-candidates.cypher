// Documents that may tell the same story as some others: they share a band of the fingerprint.
//
// @param   documents  {id: string, bands: string[]}[]    six bands of each
// @param   except     string[]    documents that are about to change, or to be superseded
// @returns document   string      the one that was asked about
// @returns story      string
// @returns signature  json
UNWIND $documents AS row
MATCH (d:Document)
WHERE d.supersededBy IS NULL AND NOT d.id IN $except AND (
  d.band0 = row.bands[0] OR d.band1 = row.bands[1] OR d.band2 = row.bands[2] OR
  d.band3 = row.bands[3] OR d.band4 = row.bands[4] OR d.band5 = row.bands[5]
)
RETURN DISTINCT row.id AS document, d.story AS story, d.signature AS signature

// Documents of several stories that turned out to be one.
//
// @param   moves  {from: string, to: string}[]
// @returns moved  int
UNWIND $moves AS row
MATCH (d:Document {story: row.from})
SET d.story = row.to
RETURN count(*) AS moved

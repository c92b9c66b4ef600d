// What was written of entities of the first layer since they were last resolved. People come by their
// surnames, the last word of an id but for the hash behind a lone name, so that those who may be one
// are resolved together: of a graph of very many each look takes in a small part.
//
// @param   limit  int
// @returns id     string
MATCH (u:Unresolved)
WITH u.id AS id, split(u.id, '-') AS words
WITH id, CASE
  WHEN NOT id STARTS WITH 'person:' THEN id
  WHEN size(words) > 1 AND words[-1] =~ '[0-9a-f]{8}' THEN last(split(words[-2], ':'))
  ELSE last(split(words[-1], ':'))
END AS near
RETURN id ORDER BY near, id LIMIT $limit

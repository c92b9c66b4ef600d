// How documents name some entities: those that name it alike are counted together. The documents have no
// label here, since nothing else mentions, and a planner that knows few of them would read all for each.
//
// @param   ids          string[]    of entities, not of what they were made of
// @returns entity       string
// @returns name         string?
// @returns aliases      string[]
// @returns because      string?
// @returns sort         string?
// @returns country      string?
// @returns designation  string?
// @returns parts        string[]    the mentions that it was made of, as JSON; empty where it is one
// @returns documents    int
// @returns first        string?
// @returns last         string?
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-(d)
USING INDEX e:Entity(id)
RETURN id AS entity, m.name AS name, coalesce(m.aliases, []) AS aliases, m.because AS because,
       m.kind AS sort, m.country AS country, m.designation AS designation,
       coalesce(m.parts, []) AS parts, count(*) AS documents,
       min(d.publishedOn) AS first, max(d.publishedOn) AS last

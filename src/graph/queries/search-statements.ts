import { toInteger } from '../../db/integer.ts';
import type { Clause } from '../compile/field.ts';
import { isHeld } from '../held.ts';
import { FIRST } from '../read/page.ts';
import { looseSentencesQuery, sentencesQuery } from '../search/sentences-query.ts';

/** Most hits that are looked at where the page is not simply the best of Lucene. */
export const HITS_MAX = 10_000;
/**
 * Hits read beyond the first page. Lucene sorts hits of equal score in no fixed order, so all of
 * them are needed to break the tie; more than 20 are rare, and each costs as much as one that is
 * shown.
 */
const SPARE = 20;
const sizeOf = (first: number | null) => toInteger((first ?? FIRST) + SPARE);
const lastOf = (first: number | null) => toInteger((first ?? FIRST) - 1);

/** Statements by the words of their quotes; the edge to each carries the score. */
export const searchStatementsClause: Clause = ({ to, edge, name, param, value, counting, at }) => {
  const [exact, loose] = [param('query', sentencesQuery), param('query', looseSentencesQuery)];
  const hits = (query: string, limit: string | number, index = 'statement_text') =>
    `CALL db.index.fulltext.queryNodes('${index}', ${query}, {limit: ${limit}}) YIELD node, score`;
  const [query, one] = [name('query'), name('one')];
  const past = 'past_statement_text';
  // Where no sentence has all words, those are looked for that have most of them.
  const first = `CALL () {
  ${hits(exact, 1)}
  RETURN node${at === undefined ? '' : `\nUNION\n  ${hits(exact, 1, past)}\n  RETURN node`}
}
WITH count(node) AS ${one}
WITH CASE ${one} WHEN 0 THEN ${loose} ELSE ${exact} END AS ${query}`;
  if (at !== undefined)
    return `${first}
CALL (${query}) {
  ${hits(query, HITS_MAX)}
  WITH node, score WHERE ${isHeld('node', at)}
  RETURN node, score
UNION
  ${hits(query, HITS_MAX, past)}
  WITH node, score WHERE ${isHeld('node', at)}
  RETURN node, score
}
WITH node AS ${to}${counting ? '' : `, {score: score} AS ${edge}`}`;
  if (counting) return `${first}\n${hits(query, HITS_MAX)}\nWITH node AS ${to}`;
  const found = `WITH node AS ${to}, {score: score} AS ${edge}`;
  const chosen = ['where', 'orderBy', 'after', 'last'].some((given) => value(given) != null);
  if (chosen) return `${first}\n${hits(query, HITS_MAX)}\n${found}`;
  const [best, cut] = [name('best'), name('cut')];
  const size = param('first', sizeOf);
  return `CALL () {
  ${hits(exact, size)}
  RETURN collect({node: node, score: score}) AS ${best}
}
WITH ${best}, size(${best}) = ${size} AND ${best}[-1].score = ${best}[${param('first', lastOf)}].score AS ${cut}
CALL (${best}, ${cut}) {
  WITH * WHERE NOT ${cut}
  UNWIND ${best} AS hit
  RETURN hit.node AS node, hit.score AS score
UNION ALL
  WITH * WHERE ${cut}
  ${hits(exact, HITS_MAX)}
  RETURN node, score
UNION ALL
  WITH * WHERE size(${best}) = 0
  ${hits(loose, HITS_MAX)}
  RETURN node, score
}
${found}`;
};

/** Hits that are looked at: all of them where the page is not simply the best. */
export function readsOfStatements(args: Readonly<Record<string, unknown>>): number {
  const chosen = ['where', 'orderBy', 'after', 'last'].some((name) => args[name] != null);
  return chosen ? HITS_MAX : Number(args.first ?? FIRST) + SPARE;
}

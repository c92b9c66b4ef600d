import { InputError } from '../../src/errors.ts';
import { whole } from '../../src/graph/compile/statement-builder.ts';
import { FIRST } from '../../src/graph/read/page.ts';
import {
  namesQuery,
  searchWords,
  sentencesQuery,
  spacedOut,
  wordForms,
} from '../../src/graph/search/search-words.ts';
import { foldText } from '../../src/model/ids.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { onConnections } from '../fields/connection.ts';
import { root } from '../root.ts';
import { didYouMean, facets } from './search-hit.ts';

const QUERY_MAX = 200;
const FIRST_HITS = 10;
/** Hits of the index that are looked at: those below share no more than the beginning of a word. */
const NAMES_MAX = 300;
/**
 * Of those that are called what was asked for, the one that documents say most of comes first: an own
 * name weighs less than three times as many statements, and a house that its ministry is called by
 * ("Pentagon") comes behind the ministry.
 */
const [SAID, OWN_NAME, HOUSE] = [10, 10, 20];
/** What the index does for a word that may be unfinished or misspelt takes as long as so many relationships. */
const READS_OF_A_WORD = 2_000;

onConnections.Search = { facets, didYouMean };

root(
  'search',
  'connection',
  'SearchHit',
  ({ to, name, param, value }) => {
    const [folded, words] = [name('folded'), name('words')];
    const kinds =
      value('kinds') == null
        ? ''
        : `\nWHERE any(label IN labels(node) WHERE label IN ${param('kinds')})`;
    return `WITH ${param('query', foldText)} AS ${folded}, ${param('query', wordForms)} AS ${words}
CALL (${folded}) {
  CALL db.index.fulltext.queryNodes('entity_text', ${param('query', namesQuery)}, {limit: ${NAMES_MAX}}) YIELD node, score
  RETURN node, score
UNION
  MATCH (node:Entity {nameKey: ${folded}})
  RETURN node, 0.0 AS score LIMIT ${NAMES_MAX}
}
WITH ${folded}, ${words}, node, max(score) AS score${kinds}
WITH ${folded}, ${words}, node, score, ${spacedOut('node.searchText')} AS text
WITH ${folded}, ${words}, node, score,
     size([forms IN ${words} WHERE any(form IN forms WHERE text CONTAINS form)]) AS whole,
     size([forms IN ${words} WHERE any(form IN forms WHERE text CONTAINS rtrim(form))]) AS begun
WITH node, score, begun, size(${words}) AS asked, CASE
       WHEN node.nameKey = ${folded} OR ${folded} IN node.aliasKeys THEN 3
       WHEN size(${words}) = 0 THEN 0
       WHEN whole = size(${words}) THEN 2
       WHEN begun = size(${words}) THEN 1
       ELSE 0 END AS class, node.nameKey = ${folded} AS named
WITH collect({node: node, class: class, named: named, begun: begun, score: score}) AS hits, max(class) AS best, max(begun) AS most, max(score) AS top, max(asked) AS asked
UNWIND hits AS hit
WITH hit, best, most, top, asked
WHERE hit.class > 0 OR (best < 2 AND asked = 1) OR (best = 0 AND hit.begun = most)
WITH {
  node: hit.node,
  id: hit.node.id,
  query: ${param('query')},
  score: round(CASE
    WHEN hit.class < 3 THEN hit.class * 100 + 60 * hit.score / (top + 1) + log(1 + coalesce(hit.node.statementCount, 0))
    ELSE 300 + ${SAID} * log(1 + coalesce(hit.node.statementCount, 0)) + CASE WHEN hit.named THEN ${OWN_NAME} ELSE 0 END - CASE WHEN hit.node:Place THEN ${HOUSE} ELSE 0 END END, 4),
  name: hit.node.name,
  aliases: hit.node.aliases,
  exact: hit.class > 1
} AS ${to}`;
  },
  {
    named: 'Search',
    once: true,
    reads: ({ query }) => READS_OF_A_WORD * searchWords(String(query)).length,
    first: FIRST_HITS,
    order: (v) => [
      { cypher: `${v}.score`, name: 'score', ascending: false, nullable: false },
      { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
    ],
    description: `Entities by any of their names: unfinished, misspelt, with or without accents, hyphens or another script. Misspellings, and names that hold only some of the words, count only where nothing is spelt so. The ${NAMES_MAX} best of the index are looked at and counted.`,
    args: builder.args((t) => ({
      query: t.string({ required: true, description: 'What to look for.' }),
      kinds: t.field({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
    })),
    check: ({ query }) => {
      if (String(query).trim() === '')
        throw new InputError('query is empty; write at least one word.');
      if (String(query).length > QUERY_MAX)
        throw new InputError(`query is longer than ${QUERY_MAX} characters; shorten it.`);
    },
  },
);

/** Hits that are looked at where the page is not simply the best of Lucene. */
const HITS_MAX = 10_000;
/**
 * Read beyond the first page: equals stand in no order in Lucene, so all of them are needed. More than
 * these are rare, and each costs as much as one that is shown.
 */
const SPARE = 20;
const sizeOf = (first: number | null) => whole((first ?? FIRST) + SPARE);
const lastOf = (first: number | null) => whole((first ?? FIRST) - 1);

root(
  'searchStatements',
  'connection',
  'Statement',
  ({ to, edge, name, param, value, counting }) => {
    const hits = (limit: string | number) =>
      `CALL db.index.fulltext.queryNodes('statement_text', ${param('query', sentencesQuery)}, {limit: ${limit}}) YIELD node, score`;
    if (counting) return `${hits(HITS_MAX)}\nWITH node AS ${to}`;
    const found = `WITH node AS ${to}, {score: score} AS ${edge}`;
    const chosen = ['where', 'orderBy', 'after', 'last'].some((given) => value(given) != null);
    if (chosen) return `${hits(HITS_MAX)}\n${found}`;
    const [best, cut] = [name('best'), name('cut')];
    const size = param('first', sizeOf);
    return `CALL () {
  ${hits(size)}
  RETURN collect({node: node, score: score}) AS ${best}
}
WITH ${best}, size(${best}) = ${size} AND ${best}[-1].score = ${best}[${param('first', lastOf)}].score AS ${cut}
CALL (${best}, ${cut}) {
  WITH * WHERE NOT ${cut}
  UNWIND ${best} AS hit
  RETURN hit.node AS node, hit.score AS score
UNION ALL
  WITH * WHERE ${cut}
  ${hits(HITS_MAX)}
  RETURN node, score
}
${found}`;
  },
  {
    edged: true,
    reads: ({ first, where, orderBy, after, last }) =>
      [where, orderBy, after, last].some((given) => given != null)
        ? HITS_MAX
        : Number(first ?? FIRST) + SPARE,
    order: (v, edge) => [
      { cypher: `${edge}.score`, name: 'score', ascending: false, nullable: false },
      { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
    ],
    description: `Statements whose quote holds all these words, in any form of the word, the best first; words in quotes stand together; ${HITS_MAX.toLocaleString('en')} are looked at.`,
    args: builder.args((t) => ({
      query: t.string({ required: true, description: 'What to look for.' }),
    })),
    check: ({ query }) => {
      if (String(query).trim() === '' || String(query).length > QUERY_MAX)
        throw new InputError(`query must have 1 to ${QUERY_MAX} characters.`);
    },
  },
);

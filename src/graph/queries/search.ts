import { foldText } from '../../model/ids.ts';
import type { Clause } from '../compile/field.ts';
import type { SortKey } from '../compile/order.ts';
import { isHeld, isOfKind, isOfKinds, labelsAt, type Moment } from '../held.ts';
import {
  calledText,
  formsAskedFor,
  kindsAskedFor,
  namesQuery,
  namesWithin,
  STOP_WORDS,
  searchWords,
  spacedOut,
  wordForms,
} from '../search/search-words.ts';

/** Most hits of the index that are read; others share no more than the beginning of a word. */
export const NAMES_MAX = 300;
/**
 * Among entities with a matching name, the one with most statements comes first. A match of the own
 * name outweighs less than three times as many statements, and a building whose name stands for its
 * ministry ("Pentagon") comes behind the ministry.
 */
const SAID = 10;
const OWN_NAME = 10;
const HOUSE = 20;
/**
 * An entity whose name stands in the query comes first by the words of that name. A land or a place
 * mostly says of which one the query is ("minister of Norway"), so that it comes behind the others.
 */
const CALLED_WORD = 7;
const CALLED_WORDS_MAX = 5;
const NOT_ASIDE = 50;
/** Rank of what is asked for by its kind, as "sale", and by words of which one is only begun: "MQ9 Qatar sale". */
const WANTED = 3.9;
/** Kinds whose names mention others, and whose spellings are mostly descriptions: "the sale". */
const DESCRIBED = ['Event', 'Agreement', 'ArmsSale'];
const ASIDE = ['Country', 'Place', ...DESCRIBED];
/** Cost of a word that may be unfinished or misspelt, in relationships read in the same time. */
const READS_OF_A_WORD = 2_000;

/** Of names that were, which are as many as there are versions of what bears them. */
const PAST_NAMES_MAX = 10 * NAMES_MAX;

/** Cypher that gives what is called so as `node`, or the versions of it that were held at a moment. */
function namesAt(at: Moment, query: string, within: string): string {
  const hits = (index: string, limit: number) =>
    `CALL db.index.fulltext.queryNodes('${index}', ${query}, {limit: ${limit}}) YIELD node, score`;
  if (at === undefined)
    return `${hits('entity_text', NAMES_MAX)}
  RETURN node, score
UNION
  UNWIND ${within} AS key
  MATCH (node:Entity {nameKey: key})
  RETURN node, 0.0 AS score LIMIT ${NAMES_MAX}`;
  return `${hits('entity_text', PAST_NAMES_MAX)}
  WITH node, score WHERE ${isHeld('node', at)}
  RETURN node, score
UNION
  ${hits('version_text', PAST_NAMES_MAX)}
  WITH node, score WHERE ${isHeld('node', at)}
  RETURN node, score
UNION
  UNWIND ${within} AS key
  MATCH (node:Entity {nameKey: key})
  WHERE ${isHeld('node', at)}
  RETURN node, 0.0 AS score LIMIT ${NAMES_MAX}`;
}

/** The node that a version is of. */
const nodeOf = (version: string, at: Moment): string =>
  at === undefined
    ? version
    : `head(COLLECT { MATCH (of:${labelsAt('Entity', at)} {id: ${version}.id}) RETURN of })`;

/** That a node is of one of some kinds. */
const isAmong = (kinds: readonly string[], at: Moment) =>
  `(${kinds.map((kind) => isOfKind('node', kind, at)).join(' OR ')})`;

/** How many words the longest name has that stands whole in a query; none where there is none. */
const calledWords = (query: string, at: Moment): string =>
  `reduce(most = 0, key IN CASE
       WHEN NOT ${isAmong(DESCRIBED, at)} THEN node.nameKey + coalesce(node.aliasKeys, [])
       WHEN node.nameKey CONTAINS ' ' THEN [node.nameKey]
       ELSE [] END | CASE
         WHEN size(key) > 1 AND ${query} CONTAINS ' ' + key + ' ' AND NOT key IN ${STOP_LIST} AND size(split(key, ' ')) > most
         THEN size(split(key, ' ')) ELSE most END)`;
const STOP_LIST = `[${[...STOP_WORDS].map((word) => `'${word}'`).join(', ')}]`;

/** Entities by any of their names, each as a row with the entity and its score. */
export const searchClause: Clause = ({ to, name, param, value, at }) => {
  const [folded, words] = [name('folded'), name('words')];
  const kinds = value('kinds') == null ? '' : `\nWHERE ${isOfKinds('node', param('kinds'), at)}`;
  return `WITH ${param('query', foldText)} AS ${folded}, ${param('query', wordForms)} AS ${words}
CALL () {
  ${namesAt(at, param('query', namesQuery), param('query', namesWithin))}
}
WITH ${folded}, ${words}, node, max(score) AS score${kinds}
WITH ${folded}, node, score, ${spacedOut('node.searchText')} AS text,
     ${isOfKinds('node', param('query', kindsAskedFor), at)} AS wanted, ${words}
WITH ${folded}, node, score, text, wanted,
     CASE WHEN wanted THEN ${param('query', formsAskedFor)} ELSE ${words} END AS ${words}
WITH ${folded}, ${words}, node, score, wanted,
     size([forms IN ${words} WHERE any(form IN forms WHERE text CONTAINS form)]) AS whole,
     size([forms IN ${words} WHERE any(form IN forms WHERE text CONTAINS rtrim(form))]) AS begun
WITH node, score, begun, wanted, size(${words}) AS asked, CASE
       WHEN node.nameKey = ${folded} OR ${folded} IN node.aliasKeys THEN 3
       WHEN size(${words}) = 0 THEN 0
       WHEN whole = size(${words}) THEN 2
       WHEN begun = size(${words}) THEN 1
       ELSE 0 END AS class, node.nameKey = ${folded} AS named,
     ${calledWords(param('query', calledText), at)} AS called,
     ${isAmong(ASIDE, at)} AS aside,
     ${isAmong(DESCRIBED, at)} AND NOT node.nameKey STARTS WITH ${folded} AND NOT wanted AS described
WITH collect({node: node, class: class, named: named, called: called, aside: aside, described: described, wanted: wanted, begun: begun, score: score}) AS hits,
     max(class) AS best, max(CASE WHEN class = 0 THEN begun END) AS most, max(score) AS top, max(asked) AS asked
UNWIND hits AS hit
WITH hit, best, most, top, asked, CASE
       WHEN hit.class = 3 THEN 5
       WHEN hit.class = 2 AND NOT hit.described THEN 4
       WHEN hit.class = 1 AND hit.wanted THEN ${WANTED}
       WHEN hit.called > 0 AND best < 3 THEN 3
       ELSE hit.class END AS rank
WHERE rank > 0 OR (best < 2 AND asked = 1)
   OR (best < 3 AND hit.begun = most AND (best = 0 OR 2 * hit.begun > asked))
WITH {
  node: ${nodeOf('hit.node', at)},
  id: hit.node.id,
  query: ${param('query')},
  score: round(rank * 100 + CASE
    WHEN rank = 5 THEN ${SAID} * log(1 + coalesce(hit.node.statementCount, 0)) + CASE WHEN hit.named THEN ${OWN_NAME} ELSE 0 END - CASE WHEN ${isOfKind('hit.node', 'Place', at)} THEN ${HOUSE} ELSE 0 END
    WHEN rank = 3 THEN CASE WHEN hit.aside THEN 0 ELSE ${NOT_ASIDE} END + ${CALLED_WORD} * CASE WHEN hit.called < ${CALLED_WORDS_MAX} THEN hit.called ELSE ${CALLED_WORDS_MAX} END + log(1 + coalesce(hit.node.statementCount, 0))
    ELSE 60 * hit.score / (top + 1) + log(1 + coalesce(hit.node.statementCount, 0)) END, 4),
  name: hit.node.name,
  aliases: hit.node.aliases,
  exact: hit.class > 1
} AS ${to}`;
};

export const readsOfSearch = ({ query }: Readonly<Record<string, unknown>>): number =>
  READS_OF_A_WORD * searchWords(String(query)).length + namesWithin(String(query)).length - 1;

/**
 * Sorts by score, the best first, and ties by id.
 * @param scored the variable that holds the score; `of` is the one with the id
 */
export const byScore = (scored: string, of: string): SortKey[] => [
  { cypher: `${scored}.score`, name: 'score', ascending: false, nullable: false },
  { cypher: `${of}.id`, name: 'id', ascending: true, nullable: false },
];

import { InputError } from '../src/errors.ts';
import { whole } from '../src/graph/draft.ts';
import { FIRST } from '../src/graph/page.ts';
import { foldText } from '../src/model/ids.ts';
import { builder } from './builder.ts';
import { EntityKindEnum } from './enums.ts';
import { computed } from './fields.ts';
import { record, root } from './root.ts';

const QUERY_MAX = 200;
const FIRST_HITS = 10;
/** Hits of the index that are looked at: those below share no more than the beginning of a word. */
const NAMES_MAX = 300;

const WORDS_MAX = 12;
/** What the index does for a word that may be unfinished or misspelt takes as long as so many relationships. */
const READS_OF_A_WORD = 2_000;
const wordsOf = (query: string) =>
  (foldText(query).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_MAX);
/** Longer words may be misspelt once, long ones twice; every word may be unfinished. */
const misspelt = (word: string) =>
  word.length >= 8 ? ` OR ${word}~2` : word.length >= 4 ? ` OR ${word}~1` : '';

/** Lucene's own syntax is no part of the API: only letters and digits of the query are used. */
const toLucene = (query: string) =>
  wordsOf(query)
    .map((word) => `(${word}^4 OR ${word}*${misspelt(word)})`)
    .join(' AND ') || '"\u0000"';
const wholeWords = (query: string) => wordsOf(query).map((word) => ` ${word} `);
/** Each word as it is written or without its accents: quotes are kept in both ways. */
const quoted = (query: string) =>
  (query.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, WORDS_MAX)
    .map((word) => [word.toLowerCase(), foldText(word)])
    .map(([word, folded]) => (word === folded ? `"${word}"` : `("${word}" OR "${folded}")`))
    .join(' AND ') || '"\u0000"';

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);

/** Words of the query in bold, everything else escaped: safe to show as HTML. */
function highlight(name: string, query: string): string {
  const words = new Set(wordsOf(query));
  return name
    .split(/([\p{L}\p{N}]+)/u)
    .map((part) =>
      [...words].some((word) => foldText(part).startsWith(word))
        ? `<b>${escaped(part)}</b>`
        : escaped(part),
    )
    .join('');
}

interface Hit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly query: string;
}

/** The name, unless only another spelling holds what was asked for. */
function matchedName({ name, aliases, query }: Hit): string {
  const folded = foldText(query);
  return [name, ...aliases].find((spelling) => foldText(spelling).includes(folded)) ?? name;
}

record('SearchHit', 'An entity one of whose names matches, and how well.', (t) => ({
  node: t.via('one', 'Entity', ({ from, to }) => `WITH ${from}.node AS ${to}`, {
    sorted: false,
    required: true,
    description: 'The entity.',
  }),
  score: t.property('score', 'Float', 'Higher is better; comparable within one search only.'),
  matchedName: computed(
    'String',
    false,
    ['name', 'aliases', 'query'],
    (hit) => matchedName(hit as never),
    'The spelling that matched.',
  ),
  highlight: computed(
    'String',
    false,
    ['name', 'aliases', 'query'],
    (hit) => highlight(matchedName(hit as never), String(hit.query)),
    'The spelling that matched, as HTML with the words of the query in <b>.',
  ),
}));

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
    return `WITH ${param('query', foldText)} AS ${folded}, ${param('query', wholeWords)} AS ${words}
CALL db.index.fulltext.queryNodes('entity_text', ${param('query', toLucene)}, {limit: ${NAMES_MAX}}) YIELD node, score${kinds}
WITH ${folded}, ${words}, node, score, ' ' + replace(replace(replace(node.searchText, '\\n', ' '), '-', ' '), '.', ' ') + ' ' AS text
WITH node, ${folded}, CASE
       WHEN node.nameKey = ${folded} THEN 4
       WHEN ${folded} IN node.aliasKeys THEN 3
       WHEN all(word IN ${words} WHERE text CONTAINS word) THEN 2
       WHEN all(word IN ${words} WHERE text CONTAINS rtrim(word)) THEN 1
       ELSE 0 END AS class, score
WITH collect({node: node, class: class, score: score}) AS hits, max(class) AS best, ${folded}
UNWIND hits AS hit
WITH hit, best, ${folded} WHERE hit.class > 0 OR best < 2
WITH {
  node: hit.node,
  id: hit.node.id,
  query: ${param('query')},
  score: round(hit.class * 100 + hit.score * 5 + log(1 + coalesce(hit.node.statementCount, 0)), 4),
  name: hit.node.name,
  aliases: hit.node.aliases
} AS ${to}`;
  },
  {
    named: 'Search',
    reads: ({ query }) => READS_OF_A_WORD * wordsOf(String(query)).length,
    first: FIRST_HITS,
    order: (v) => [
      { cypher: `${v}.score`, name: 'score', ascending: false, nullable: false },
      { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
    ],
    description: `Entities by any of their names: unfinished, misspelt, with or without accents. Misspellings count only where nothing is spelt so. The ${NAMES_MAX} best of the index are looked at and counted.`,
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
      `CALL db.index.fulltext.queryNodes('statement_text', ${param('query', quoted)}, {limit: ${limit}}) YIELD node, score`;
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
    description: `Statements whose quote holds all these words, in any form of the word, the best first; ${HITS_MAX.toLocaleString('en')} are looked at.`,
    args: builder.args((t) => ({
      query: t.string({ required: true, description: 'What to look for.' }),
    })),
    check: ({ query }) => {
      if (String(query).trim() === '' || String(query).length > QUERY_MAX)
        throw new InputError(`query must have 1 to ${QUERY_MAX} characters.`);
    },
  },
);

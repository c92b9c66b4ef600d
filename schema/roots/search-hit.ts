import type { Aggregate } from '../../src/graph/compile/field.ts';
import { kindAt } from '../../src/graph/held.ts';
import type { Row } from '../../src/graph/read/page.ts';
import { rowKey } from '../../src/graph/read/row.ts';
import { searchWords } from '../../src/graph/search/search-words.ts';
import { foldText } from '../../src/model/ids.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import { builder, type Declared } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { computed } from '../fields/define.ts';
import { record } from '../root.ts';

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);

/** The name with matched words in bold and everything else escaped, safe to show as HTML. */
function highlight(name: string, query: string): string {
  const words = searchWords(query).flatMap(({ pieces, also }) => [...pieces, ...also]);
  return name
    .split(/([\p{L}\p{N}]+)/u)
    .map((part) =>
      words.some((word) => foldText(part).startsWith(word))
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

const hitOf = (row: Readonly<Record<string, unknown>>): Hit => ({
  name: String(row.name),
  aliases: row.aliases as readonly string[],
  query: String(row.query),
});

/** The name, or the first alias that contains the query where the name does not. */
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
    (hit) => matchedName(hitOf(hit)),
    'The spelling that matched.',
  ),
  highlight: computed(
    'String',
    false,
    ['name', 'aliases', 'query'],
    (hit) => highlight(matchedName(hitOf(hit)), String(hit.query)),
    'The spelling that matched, as HTML with the words of the query in <b>.',
  ),
}));

interface Facet {
  readonly kind: EntityKind;
  readonly count: number;
}

const SearchFacet = builder.objectRef<Facet>('SearchFacet').implement({
  description: 'How many hits are of a kind.',
  fields: (t) => ({
    kind: t.field({
      type: EntityKindEnum,
      description: 'The kind.',
      resolve: ({ kind }) => kind,
    }),
    count: t.exposeInt('count', { description: 'How many hits.' }),
  }),
});

/** What was collected over all rows of a connection. */
const collected = <T>(row: Row, key: string | number): readonly T[] =>
  (row[rowKey(key)] as { readonly all: readonly T[] }).all;

const facetsPlan: Aggregate = {
  as: 'aggregate',
  without: ['kinds'],
  over: (hit, at) => `UNWIND [label IN ${kindAt(`${hit}.node`, at)} WHERE label <> 'Entity'] AS kind
WITH kind, count(*) AS hits ORDER BY hits DESC, kind
RETURN {kind: kind, count: hits}`,
};
export const facets: Declared = {
  planned: facetsPlan,
  field: (t) =>
    t.workedOut({
      graph: facetsPlan,
      type: [SearchFacet],
      description: 'Hits by kind, most first; of every kind, whatever kinds are asked for.',
      resolve: (row, _args, _context, info) => collected<Facet>(row, info.path.key),
    }),
};

/** Levenshtein distance: how many letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    above = row;
  }
  return above[b.length]!;
}

/** One misspelt letter in this many is taken for a slip; more make another name. */
const LETTERS_OF_A_SLIP = 4;

interface Best extends Hit {
  /** Whether one of the entity's names contains all words of the query as they are written. */
  readonly exact: boolean;
}

function suggestion({ name, aliases, query, exact }: Best): string | null {
  if (exact) return null;
  const asked = foldText(query);
  const [best] = [name, ...aliases]
    .map((spelling) => ({ spelling, apart: distance(asked, foldText(spelling).slice(0, 250)) }))
    .sort((a, b) => a.apart - b.apart);
  return best && best.apart > 0 && best.apart <= asked.length / LETTERS_OF_A_SLIP
    ? best.spelling
    : null;
}

const bestPlan: Aggregate = {
  as: 'aggregate',
  over: (hit) => `WITH ${hit} ORDER BY ${hit}.score DESC, ${hit}.id LIMIT 5
RETURN {name: ${hit}.name, aliases: ${hit}.aliases, query: ${hit}.query, exact: ${hit}.exact}`,
};
export const didYouMean: Declared = {
  planned: bestPlan,
  field: (t) =>
    t.workedOut({
      graph: bestPlan,
      type: 'String',
      nullable: true,
      description:
        'The name that was probably meant, where the query is spelt like none; null otherwise.',
      resolve: (row, _args, _context, info) => {
        const best = collected<Best>(row, info.path.key);
        if (best.some(({ exact }) => exact)) return null;
        return best.map(suggestion).find((name) => name !== null) ?? null;
      },
    }),
};

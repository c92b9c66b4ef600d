import { InputError } from '../../src/errors.ts';
import { edgeHolds } from '../../src/graph/compile/edge-filter.ts';
import { whole } from '../../src/graph/compile/statement-builder.ts';
import type { Sizes } from '../../src/graph/degrees.ts';
import { typeList } from '../../src/graph/paths/path-pattern.ts';
import { decodeCursor, encodeCursor } from '../../src/graph/read/cursor.ts';
import type { RelationshipType } from '../../src/model/relationships.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum, ModalityEnum, RelationshipTypeEnum } from '../enums.ts';
import { computed } from '../fields/define.ts';
import { AsOfInput } from '../inputs.ts';
import { canonicalIds, unknownOf } from '../nodes/unknown.ts';
import { record, root } from '../root.ts';

const OF_MAX = 20;
const DEPTH_MAX = 3;
const FIRST_MAX = 150;
const LISTED_MAX = 150;
/** Neighbours that pages go through: each page finds those before it again. */
const REACH_MAX = 1_500;

function checkOf({ of }: Readonly<Record<string, unknown>>): void {
  const size = (of as unknown[]).length;
  if (size < 1 || size > OF_MAX)
    throw new InputError(`of names ${size} entities; name 1 to ${OF_MAX}.`);
}

/** Those asked for and their neighbours. */
const most = ({ of, first }: Readonly<Record<string, unknown>>) =>
  (of as readonly string[]).length + Number(first);

/** The relationships of those on each level, then of all that are kept. */
function readsAround(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  // What was on earlier pages is found again, and what is shown already is joined too.
  const first = Number(args.first) + placeOf(args.after as string | null | undefined);
  const of =
    (args.of as readonly string[]).length +
    ((args.connect as readonly string[] | null | undefined) ?? []).length;
  const types = args.types as RelationshipType[] | null | undefined;
  const walked = of + (Number(args.depth) - 1) * first + of + first;
  return Math.min(
    walked * sizes.around(types),
    2 * Number(args.depth) * sizes.relationships(types),
  );
}

record('SubgraphMember', 'An entity of a neighbourhood.', (t) => ({
  node: t.held('one', 'Entity', 'node', { required: true, description: 'The entity.' }),
  distance: t.property(
    'distance',
    'Int',
    'Steps from the nearest of those asked for; 0 for these themselves.',
  ),
}));

record('Subgraph', 'Entities and what ties them.', (t) => ({
  entities: t.via('list', 'Entity', ({ from, to }) => `UNWIND ${from}.entities AS ${to}`, {
    sorted: false,
    rows: most,
    description: 'Those asked for first, then their neighbours, the best tied first.',
  }),
  relationships: t.via(
    'list',
    'Relationship',
    ({ from, to }) => `UNWIND ${from}.relationships AS ${to}`,
    {
      sorted: false,
      // There may be more; twice as many is what graphs of this kind have.
      rows: (args) => 2 * most(args),
      description: 'Every relationship between these entities.',
    },
  ),
  members: t.held('list', 'SubgraphMember', 'members', {
    rows: most,
    description: 'The same entities, each with its distance.',
  }),
  omitted: t.property('omitted', 'Int', 'How many neighbours are left out behind this page.'),
  endCursor: computed(
    'String',
    true,
    ['reach', 'omitted'],
    ({ reach, omitted }) =>
      Number(omitted) > 0 ? encodeCursor(ORDER_NAME, [Number(reach)]) : null,
    'For `after`, to read on; null when nothing is left.',
  ),
  unknown: t.property('unknown', 'ID[]', 'Ids asked for that are nothing in the graph.'),
}));

const common = builder.args((t) => ({
  of: t.idList({ required: true, description: `Whose, 1 to ${OF_MAX}.` }),
  types: t.field({
    type: [RelationshipTypeEnum],
    description: 'Only by relationships of these types.',
  }),
  kinds: t.field({ type: [EntityKindEnum], description: 'Only neighbours of these kinds.' }),
  modality: t.field({
    type: [ModalityEnum],
    description: 'Asserted and planned unless said otherwise here.',
  }),
  asOf: t.field({ type: AsOfInput, description: 'As it was, or as it was known, on a date.' }),
}));

/** The page behind a cursor: how many neighbours come before it. */
const ORDER_NAME = 'neighbourhood';
const placeOf = (after: string | null | undefined): number => {
  if (after == null) return 0;
  const place = decodeCursor(ORDER_NAME, 1, after)[0];
  if (!Number.isInteger(place) || (place as number) < 0 || (place as number) > REACH_MAX)
    throw new InputError(
      `neighbourhood pages through ${REACH_MAX} neighbours; narrow it by types, kinds or exclude.`,
    );
  return place as number;
};
const skipped = (after: string | null) => whole(placeOf(after));
const listed = (ids: readonly string[] | null) => canonicalIds(ids ?? []);

root(
  'neighbourhood',
  'one',
  'Subgraph',
  ({ to, param, value }) => {
    const depth = Math.trunc(Math.min(DEPTH_MAX, Math.max(1, Number(value('depth')))));
    const types = typeList(value('types') as RelationshipType[] | null);
    const holds = edgeHolds('r', { param, value }).join(' AND ');
    const kinds =
      value('kinds') == null ? '' : ` AND any(label IN labels(n) WHERE label IN ${param('kinds')})`;
    const excluded =
      value('exclude') == null ? '' : ` AND NOT n.id IN ${param('exclude', canonicalIds)}`;
    const level = (distance: number) => `CALL (kept, edge) {
  UNWIND edge AS e
  MATCH (e)-[r:${types}]-(n:Entity)
  WHERE ${holds} AND NOT n IN kept${kinds}${excluded}
  WITH n, count(DISTINCT e) AS ties, sum(r.statementCount) AS support ORDER BY ties DESC, support DESC, n.id
  RETURN collect(n) AS found
}
WITH centres, kept + found[0..room] AS kept, distances + [n IN found[0..room] | ${distance}] AS distances, found[0..room] AS edge, omitted + size(found) - size(found[0..room]) AS omitted, room - size(found[0..room]) AS room`;
    const skip = param('after', skipped);
    return `CALL () { MATCH (c:Entity) WHERE c.id IN ${param('of', canonicalIds)} RETURN collect(c) AS centres }
WITH centres, centres AS kept, [c IN centres | 0] AS distances, centres AS edge, 0 AS omitted, toInteger(${param('first')}) + ${skip} AS room
${Array.from({ length: depth }, (_, i) => level(i + 1)).join('\n')}
WITH centres, omitted, kept[size(centres) + ${skip}..] AS page, distances[size(centres) + ${skip}..] AS far
CALL () { MATCH (c:Entity) WHERE c.id IN ${param('connect', listed)} RETURN collect(c) AS shown }
CALL (centres, page, shown) {
  WITH centres + page + [n IN shown WHERE NOT n IN centres AND NOT n IN page] AS all
  UNWIND all AS a
  UNWIND all AS b
  WITH a, b WHERE a.id < b.id
  MATCH (a)-[r:${types}]-(b)
  WHERE ${holds}
  WITH r ORDER BY r.id
  RETURN collect(r) AS ties
}
WITH {entities: centres + page, relationships: ties, omitted: omitted, reach: ${skip} + size(page),
  members: [c IN centres | {node: c, distance: 0}] + [i IN range(0, size(page) - 1) | {node: page[i], distance: far[i]}],
  unknown: [id IN ${param('of', canonicalIds)} WHERE NOT id IN [c IN centres | c.id]]} AS ${to}`;
  },
  {
    sorted: false,
    reads: readsAround,
    description:
      'What surrounds some entities, the nearest and best tied first, page by page, with how many are left out.',
    args: {
      ...common,
      ...builder.args((t) => ({
        depth: t.int({
          required: true,
          defaultValue: 1,
          description: `Steps, 1 to ${DEPTH_MAX}.`,
          extensions: { inline: true },
        }),
        first: t.int({
          required: true,
          defaultValue: 60,
          description: `How many neighbours, 1 to ${FIRST_MAX}.`,
        }),
        after: t.string({ description: 'Those behind this cursor, the endCursor of a page.' }),
        exclude: t.idList({
          description: `Never these, at most ${LISTED_MAX}; nothing is reached by way of them.`,
        }),
        connect: t.idList({
          description: `Entities that are shown already, at most ${LISTED_MAX}: also the relationships to and among these.`,
        }),
        minConfidence: t.float({ description: 'Only relationships at least this sure, 0 to 1.' }),
      })),
    },
    check: (args) => {
      checkOf(args);
      if (Number(args.depth) < 1 || Number(args.depth) > DEPTH_MAX)
        throw new InputError(`depth is ${args.depth}; it must be 1 to ${DEPTH_MAX}.`);
      if (Number(args.first) < 1 || Number(args.first) > FIRST_MAX)
        throw new InputError(`first is ${args.first}; it must be 1 to ${FIRST_MAX}.`);
      for (const name of ['exclude', 'connect']) {
        const size = ((args[name] as unknown[] | null | undefined) ?? []).length;
        if (size > LISTED_MAX)
          throw new InputError(`${name} names ${size} entities; name at most ${LISTED_MAX}.`);
      }
      const shared = canonicalIds(args.of as string[]).find((id) =>
        canonicalIds((args.exclude as string[] | null | undefined) ?? []).includes(id),
      );
      if (shared) throw new InputError(`${shared} is in of and in exclude; take it out of one.`);
      placeOf(args.after as string | null | undefined);
    },
  },
);

root(
  'commonNeighbours',
  'connection',
  'Entity',
  ({ to, param, value }) => {
    const kinds =
      value('kinds') == null ? '' : ` AND any(label IN labels(n) WHERE label IN ${param('kinds')})`;
    return `MATCH (c:Entity) WHERE c.id IN ${param('of', canonicalIds)}
MATCH (c)-[r:${typeList(value('types') as RelationshipType[] | null)}]-(n:Entity)
WHERE ${edgeHolds('r', { param, value }).join(' AND ')} AND NOT n.id IN ${param('of', canonicalIds)}${kinds}
WITH n, count(DISTINCT c) AS shared WHERE shared = size(${param('of', canonicalIds)})
WITH n AS ${to}`;
  },
  {
    description: 'Entities that are tied to every one of these.',
    args: common,
    check: checkOf,
    reads: ({ of, types }, sizes) =>
      (of as readonly string[]).length * sizes.around(types as never),
    empty: unknownOf,
  },
);

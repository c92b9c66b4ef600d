import { InputError } from '../src/errors.ts';
import type { Sizes } from '../src/graph/degrees.ts';
import { edgeHolds } from '../src/graph/holds.ts';
import { typeList } from '../src/graph/path-pattern.ts';
import type { RelationshipType } from '../src/model/relationships.ts';
import { builder } from './builder.ts';
import { EntityKindEnum, ModalityEnum, RelationshipTypeEnum } from './enums.ts';
import { AsOfInput } from './inputs.ts';
import { record, root } from './root.ts';

const OF_MAX = 20;
const DEPTH_MAX = 3;
const FIRST_MAX = 150;

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
  const [of, first] = [(args.of as readonly string[]).length, Number(args.first)];
  const types = args.types as RelationshipType[] | null | undefined;
  const walked = of + (Number(args.depth) - 1) * first + of + first;
  return Math.min(
    walked * sizes.around(types),
    2 * Number(args.depth) * sizes.relationships(types),
  );
}

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
  omitted: t.property('omitted', 'Int', 'How many neighbours were left out.'),
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
    const level = `CALL (kept, edge) {
  UNWIND edge AS e
  MATCH (e)-[r:${types}]-(n:Entity)
  WHERE ${holds} AND NOT n IN kept${kinds}
  WITH n, count(DISTINCT e) AS ties, sum(r.statementCount) AS support ORDER BY ties DESC, support DESC, n.id
  RETURN collect(n) AS found
}
WITH centres, kept + found[0..room] AS kept, found[0..room] AS edge, omitted + size(found) - size(found[0..room]) AS omitted, room - size(found[0..room]) AS room`;
    return `CALL () { MATCH (c:Entity) WHERE c.id IN ${param('of')} RETURN collect(c) AS centres }
WITH centres, centres AS kept, centres AS edge, 0 AS omitted, toInteger(${param('first')}) AS room
${Array.from({ length: depth }, () => level).join('\n')}
CALL (kept) {
  UNWIND kept AS a
  UNWIND kept AS b
  WITH a, b WHERE a.id < b.id
  MATCH (a)-[r:${types}]-(b)
  WHERE ${holds}
  WITH r ORDER BY r.id
  RETURN collect(r) AS ties
}
WITH {entities: kept, relationships: ties, omitted: omitted} AS ${to}`;
  },
  {
    sorted: false,
    reads: readsAround,
    description: 'What surrounds some entities, the best tied first, with how many were left out.',
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
        minConfidence: t.float({ description: 'Only relationships at least this sure, 0 to 1.' }),
      })),
    },
    check: (args) => {
      checkOf(args);
      if (Number(args.depth) < 1 || Number(args.depth) > DEPTH_MAX)
        throw new InputError(`depth is ${args.depth}; it must be 1 to ${DEPTH_MAX}.`);
      if (Number(args.first) < 1 || Number(args.first) > FIRST_MAX)
        throw new InputError(`first is ${args.first}; it must be 1 to ${FIRST_MAX}.`);
    },
  },
);

const each = (ids: readonly string[]) => [...new Set(ids)];

root(
  'commonNeighbours',
  'connection',
  'Entity',
  ({ to, param, value }) => {
    const kinds =
      value('kinds') == null ? '' : ` AND any(label IN labels(n) WHERE label IN ${param('kinds')})`;
    return `MATCH (c:Entity) WHERE c.id IN ${param('of')}
MATCH (c)-[r:${typeList(value('types') as RelationshipType[] | null)}]-(n:Entity)
WHERE ${edgeHolds('r', { param, value }).join(' AND ')} AND NOT n.id IN ${param('of')}${kinds}
WITH n, count(DISTINCT c) AS shared WHERE shared = size(${param('of', each)})
WITH n AS ${to}`;
  },
  {
    description: 'Entities that are tied to every one of these.',
    args: common,
    check: checkOf,
    reads: ({ of, types }, sizes) =>
      (of as readonly string[]).length * sizes.around(types as never),
  },
);

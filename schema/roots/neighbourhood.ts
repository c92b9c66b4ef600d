import { InputError } from '../../src/errors.ts';
import {
  commonNeighboursClause,
  readsOfCommon,
} from '../../src/graph/queries/common-neighbours.ts';
import {
  cursorAt,
  DEPTH_MAX,
  neighbourhoodClause,
  placeOf,
  readsAround,
} from '../../src/graph/queries/neighbourhood.ts';
import { canonicalIds, unknownOf } from '../../src/graph/queries/unknown.ts';
import { asOfArgs } from '../as-of.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum, ModalityEnum, RelationshipTypeEnum } from '../enums.ts';
import { computed } from '../fields/define.ts';
import { record, root } from '../root.ts';

const OF_MAX = 20;
const FIRST_MAX = 150;
const LISTED_MAX = 150;

function checkOf({ of }: Readonly<Record<string, unknown>>): void {
  const size = (of as unknown[]).length;
  if (size < 1 || size > OF_MAX)
    throw new InputError(`of names ${size} entities; name 1 to ${OF_MAX}.`);
}

/** Most members: the given entities and their neighbours. */
const most = ({ of, first }: Readonly<Record<string, unknown>>) =>
  (of as readonly string[]).length + Number(first);

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
      // An estimate: graphs of this kind have about twice as many relationships as entities.
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
    ({ reach, omitted }) => (Number(omitted) > 0 ? cursorAt(Number(reach)) : null),
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
  ...asOfArgs,
}));

root('neighbourhood', 'one', 'Subgraph', neighbourhoodClause, {
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
});

root('commonNeighbours', 'connection', 'Entity', commonNeighboursClause, {
  description: 'Entities that are tied to every one of these.',
  args: common,
  check: checkOf,
  reads: readsOfCommon,
  empty: unknownOf,
});

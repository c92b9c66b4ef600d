import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../../src/errors.ts';
import type { Clause, Step } from '../../src/graph/compile/field.ts';
import { KIND, key } from '../../src/graph/compile/field.ts';
import { isOfKind, labelsAt } from '../../src/graph/held.ts';
import { entityClause } from '../../src/graph/queries/entity.ts';
import {
  BEFORE_WITHDRAWAL,
  nodesClause,
  relationshipsClause,
  withdrawnClause,
} from '../../src/graph/queries/nodes.ts';
import type { Row } from '../../src/graph/read/page.ts';
import { canonicalId } from '../../src/model/ids.ts';
import { isEntityKind, type Kind } from '../../src/model/kinds.ts';
import { asOfArgs, checkClocks } from '../as-of.ts';
import { builder, type Context, typeRef } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { root } from '../root.ts';

const IDS_MAX = 100;

const rowsOf = ({ ids }: Readonly<Record<string, unknown>>) =>
  (ids as readonly string[] | undefined)?.length ?? 1;
/** Nodes by id, each in its place; null where nothing has that id. */
const nodesStep: Step = {
  as: 'list',
  to: 'Node',
  sorted: false,
  max: IDS_MAX,
  rows: rowsOf,
  query: { identified: true },
  check: checkClocks('node'),
  clause: nodesClause,
};
const relationshipsStep: Step = {
  as: 'list',
  to: 'Relationship',
  sorted: false,
  max: IDS_MAX,
  rows: rowsOf,
  query: { identified: true },
  check: checkClocks('node'),
  clause: relationshipsClause,
};

/** Statements that were taken back, as they were when they last held. */
const withdrawnStep: Step = {
  as: 'list',
  to: 'Statement',
  sorted: false,
  max: IDS_MAX,
  rows: rowsOf,
  query: { identified: true },
  moment: BEFORE_WITHDRAWAL,
  clause: withdrawnClause,
};

const isRelationship = (id: string) => id.startsWith('relationship:');

interface ById {
  readonly ids: readonly string[];
  /** As of now a statement that was taken back is told, too. */
  readonly isNow: boolean;
}

/** Nodes, relationships and what was taken back are one statement each, sent only if some id asks for it. */
async function nodes(
  { ids, isNow }: ById,
  { graph }: Context,
  info: GraphQLResolveInfo,
): Promise<(Row | null)[]> {
  const found = new Map<string, Row>();
  /** Rows of one type that tells no kind of its own. */
  const add = async (step: Step, as: 'Relationship' | 'Statement') => {
    const rows = (await graph.root(info, step, { step, as })) as Map<string, Row>;
    for (const [id, row] of rows) found.set(id, { ...row, [key(KIND)]: [as] });
  };
  if (ids.some((id) => !isRelationship(id)))
    for (const [id, row] of (await graph.root(info, nodesStep, {
      step: nodesStep,
      without: 'Relationship',
    })) as Map<string, Row>)
      found.set(id, row);
  if (ids.some(isRelationship)) await add(relationshipsStep, 'Relationship');
  if (isNow && ids.some((id) => id.startsWith('statement:') && !found.has(id)))
    await add(withdrawnStep, 'Statement');
  return ids.map((id) => found.get(canonicalId(id)) ?? null);
}

builder.queryField('nodes', (t) =>
  t.field({
    type: [typeRef('Node')],
    nullable: { list: false, items: true },
    description:
      'Things by their ids, or those that they had before, in the order asked; null where nothing has that id. A statement that was taken back says when and why.',
    args: {
      ids: t.arg.idList({ required: true, description: `At most ${IDS_MAX}.` }),
      ...asOfArgs,
    },
    resolve: (_, { ids, asOf }, context, info) => {
      if (ids.length > IDS_MAX)
        throw new InputError(
          `nodes was asked for ${ids.length} ids; ask for at most ${IDS_MAX} at a time.`,
        );
      return nodes({ ids, isNow: asOf?.recorded == null }, context, info);
    },
  }),
);
builder.queryField('node', (t) =>
  t.field({
    type: typeRef('Node'),
    nullable: true,
    description:
      'Anything by its id, or one that it had before; null when nothing has that id. A statement that was taken back says when and why. As it was at another time: `nodes`.',
    // Relay refetches by a field with this argument alone.
    args: {
      id: t.arg.id({
        required: true,
        description: 'An entity’s, relationship’s, statement’s or document’s id.',
      }),
    },
    resolve: async (_, { id }, context, info) =>
      (await nodes({ ids: [id], isNow: true }, context, info))[0],
  }),
);

root('entity', 'one', 'Entity', entityClause, {
  clocks: 'recorded',
  description:
    'One entity by its id or one that it had before, or by any of its names (the best known of that name); null when there is none.',
  args: builder.args((t) => ({
    id: t.id({ description: 'Its id; instead of a name.' }),
    name: t.string({ description: 'Any spelling of its name; case and accents do not count.' }),
    kind: t.field({ type: EntityKindEnum, description: 'Only of this kind.' }),
  })),
  check: ({ id, name }) => {
    if ((id == null) === (name == null))
      throw new InputError('entity takes an id or a name; give one of them.');
  },
});

/** All of a kind; of the past, what is not there any more tells its kind by its id. */
const all =
  (kind: Kind): Clause =>
  ({ to, at }) => {
    const isOne = at === undefined || !isEntityKind(kind) ? '' : ` WHERE ${isOfKind(to, kind, at)}`;
    return `MATCH (${to}:${labelsAt(kind, at)})${isOne}`;
  };

const LISTS: readonly (readonly [name: string, kind: Kind, what: string])[] = [
  ['people', 'Person', 'People'],
  ['organisations', 'Organisation', 'Ministries, forces, companies and other bodies'],
  ['countries', 'Country', 'States'],
  ['agreements', 'Agreement', 'Treaties, frameworks, memoranda and the like'],
  ['weaponSystems', 'WeaponSystem', 'Weapons and platforms'],
  ['armsSales', 'ArmsSale', 'Arms sales, from rumour to delivery'],
  ['events', 'Event', 'Meetings, visits, exercises and the like'],
  ['places', 'Place', 'Places'],
  ['entities', 'Entity', 'Entities of every kind'],
  ['statements', 'Statement', 'Statements: one document saying one thing in one place'],
];
for (const [name, kind, what] of LISTS)
  root(name, 'connection', kind, all(kind), {
    clocks: 'recorded',
    description: `${what}, filtered and in order.`,
  });

root('documents', 'connection', 'Document', all('Document'), {
  clocks: 'recorded',
  description:
    'Documents that were read, filtered and in order; of each the version that holds now.',
  besides: ({ to, value }) => (value('superseded') ? [] : [`${to}.supersededBy IS NULL`]),
  args: builder.args((t) => ({
    superseded: t.boolean({
      defaultValue: false,
      description: 'Also those that a later version of the same source has taken the place of.',
    }),
  })),
});

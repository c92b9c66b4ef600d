import type { Planned } from '../../src/graph/compile/field.ts';
import { AT, KNOWN, key, need } from '../../src/graph/compile/field.ts';
import type { Row } from '../../src/graph/read/page.ts';
import {
  LOOKED_AT_MAX,
  type RelationshipCount,
  relationshipCounts,
} from '../../src/graph/relationship-counts.ts';
import { builder, type Declared } from '../builder.ts';
import { DirectionEnum, ModalityEnum, RelationshipTypeEnum } from '../enums.ts';

const HUBS = `Of more than ${LOOKED_AT_MAX.toLocaleString('en')} all are counted, however they are said.`;

const RelationshipCountType = builder.objectRef<RelationshipCount>('RelationshipCount').implement({
  description: 'How many relationships of one type go one way.',
  fields: (t) => ({
    type: t.field({
      type: RelationshipTypeEnum,
      description: 'The type.',
      resolve: ({ type }) => type,
    }),
    direction: t.field({
      type: DirectionEnum,
      description: 'From the entity (OUT), or to it (IN).',
      resolve: ({ direction }) => direction,
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const graph: Planned = { as: 'needs', properties: ['id'] };
const idOf = (row: Row) => String(row[key(need('id'))]);
/** As of when the row was read. */
const clocksOf = (row: Row) => ({
  at: row[key(AT)] as string | undefined,
  known: row[key(KNOWN)] as string | undefined,
});

/** This field is outside the plan, because it is read for all entities of a level at once. */
export const degreeField: Declared = {
  planned: graph,
  field: (t) =>
    t.workedOut({
      graph,
      type: 'Int',
      description: `How many relationships it has, asserted or planned. ${HUBS}`,
      resolve: async (row, _args, context) =>
        (await relationshipCounts(context.graph, idOf(row), clocksOf(row))).reduce(
          (all, { count }) => all + count,
          0,
        ),
    }),
};

export const relationshipCountsField: Declared = {
  planned: graph,
  field: (t) =>
    t.workedOut({
      graph,
      type: [RelationshipCountType],
      description: `Its relationships by type and direction, most first. ${HUBS}`,
      args: builder.args((a) => ({
        modality: a.field({
          type: [ModalityEnum],
          description: 'Asserted and planned unless said otherwise here.',
        }),
      })),
      resolve: (row, { modality }, context) =>
        relationshipCounts(context.graph, idOf(row), clocksOf(row), modality),
    }),
};

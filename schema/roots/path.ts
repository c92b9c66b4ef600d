import { InputError } from '../../src/errors.ts';
import type { Planned } from '../../src/graph/compile/field.ts';
import { key, need } from '../../src/graph/compile/field.ts';
import { PATH_LENGTH_MAX, type PathRank, THROUGH_MAX } from '../../src/graph/paths/path-pattern.ts';
import {
  NO_PATH_REASONS,
  noPathReason,
  type PathArguments,
} from '../../src/graph/paths/path-reason.ts';
import { rankedPaths } from '../../src/graph/paths/ranked-paths.ts';
import { isByLength, pathsClause, readsOfPaths } from '../../src/graph/queries/paths.ts';
import { unknownIds } from '../../src/graph/queries/unknown.ts';
import type { Row } from '../../src/graph/read/page.ts';
import { asOfArgs } from '../as-of.ts';
import { builder, type Declared } from '../builder.ts';
import { ModalityEnum, RelationshipTypeEnum } from '../enums.ts';
import { record, root } from '../root.ts';

const FIRST_MAX = 20;

const PathRankEnum = builder.enumType('PathRank', {
  description: 'Which paths come first.',
  values: {
    LENGTH: { description: 'The shortest.' },
    WEAKEST_LINK: { description: 'Those whose least sure step is the surest.' },
    SOURCES: { description: 'Those whose least supported step has the most sources.' },
    RECENCY: { description: 'Those whose steps were last reported most recently.' },
  } satisfies Record<PathRank, object>,
});
const NoPathReasonEnum = builder.enumType('NoPathReason', {
  description: 'Why no path was found.',
  values: Object.fromEntries(
    Object.entries(NO_PATH_REASONS).map(([name, description]) => [name, { description }]),
  ),
});

record('Path', 'Entities joined by relationships, from end to end.', (t) => ({
  length: t.property('length', 'Int', 'How many steps.'),
  weakestConfidence: t.expression(
    'Float',
    (v) => `${v}.weakest`,
    'Confidence of its least sure step, 0 to 1.',
  ),
  entities: t.held('list', 'Entity', 'nodes', {
    rows: ({ maxLength }) => Number(maxLength) + 1,
    description: 'From end to end, one more than the steps.',
  }),
  relationships: t.held('list', 'Relationship', 'relationships', {
    rows: ({ maxLength }) => Number(maxLength),
    description:
      'The steps in order, each with its evidence. A step may be walked against its direction.',
  }),
}));

const ARGUMENTS = Symbol('arguments');

const explored: Planned = { as: 'needs', properties: ['explored'] };
/** Whether any path was found, and the arguments of the search. */
const searchOf = (row: Row) => ({
  found: Number(row[key(need('explored'))]) > 0,
  args: (row as { [ARGUMENTS]?: PathArguments })[ARGUMENTS]!,
});

const reason: Declared = {
  planned: explored,
  field: (t) =>
    t.workedOut({
      graph: explored,
      type: NoPathReasonEnum,
      nullable: true,
      description: 'Why nothing was found; null when something was. Costs extra reads only then.',
      resolve: (row, _args, { graph }) => {
        const { found, args } = searchOf(row);
        return found ? null : noPathReason(graph, args);
      },
    }),
};

const unknown: Declared = {
  planned: explored,
  field: (t) =>
    t.workedOut({
      graph: explored,
      type: ['ID'],
      description: 'Ids asked for that are nothing in the graph; read only when no path was found.',
      resolve: (row, _args, { graph }) => {
        const { found, args } = searchOf(row);
        if (found) return [];
        const { from, to, through } = args;
        const ids = [from, to, ...((through as string[] | null) ?? [])] as string[];
        return unknownIds(graph, ids, args);
      },
    }),
};

record('PathResult', 'What a search for paths found.', (t) => ({
  paths: t.held('list', 'Path', 'paths', {
    rows: ({ first }) => Number(first),
    description: 'The best, in order.',
  }),
  truncated: t.property('truncated', 'Boolean', 'Whether there are, or may be, more.'),
  explored: t.property('explored', 'Int', 'How many whole paths were ranked.'),
  reason,
  unknown,
}));

root('paths', 'one', 'PathResult', pathsClause, {
  sorted: false,
  reads: readsOfPaths,
  description: 'How two entities are tied: chains of relationships, each step with its evidence.',
  args: builder.args((t) => ({
    from: t.id({ required: true, description: 'Where paths begin.' }),
    to: t.id({ required: true, description: 'Where they end.' }),
    maxLength: t.int({
      required: true,
      defaultValue: 4,
      description: `Steps, 1 to ${PATH_LENGTH_MAX}.`,
      extensions: { inline: true },
    }),
    first: t.int({
      required: true,
      defaultValue: 5,
      description: `How many, 1 to ${FIRST_MAX}. One is any of the shortest, found at once; several are ranked.`,
      extensions: { inline: true },
    }),
    types: t.field({ type: [RelationshipTypeEnum], description: 'Only steps of these types.' }),
    through: t.idList({
      description: `Only by way of these, at most ${THROUGH_MAX}, in order.`,
      extensions: { inline: true },
    }),
    avoid: t.idList({ description: 'Never by way of these.' }),
    minConfidence: t.float({ description: 'Only steps at least this sure, 0 to 1.' }),
    modality: t.field({
      type: [ModalityEnum],
      description: 'Asserted and planned steps unless said otherwise here.',
    }),
    ...asOfArgs,
    rankBy: t.field({
      type: PathRankEnum,
      defaultValue: 'LENGTH',
      required: true,
      description: 'Which come first.',
      extensions: { inline: true },
    }),
  })),
  check: ({ from, to, maxLength, first, through }) => {
    if (from === to)
      throw new InputError(`from and to are both ${from}; a path needs two entities.`);
    if (Number(maxLength) < 1 || Number(maxLength) > PATH_LENGTH_MAX)
      throw new InputError(`maxLength is ${maxLength}; it must be 1 to ${PATH_LENGTH_MAX}.`);
    if (Number(first) < 1 || Number(first) > FIRST_MAX)
      throw new InputError(`first is ${first}; it must be 1 to ${FIRST_MAX}.`);
    if (((through as unknown[] | null) ?? []).length > THROUGH_MAX)
      throw new InputError(
        `through names more than ${THROUGH_MAX}; ask for paths between them one by one.`,
      );
  },
  before: (graph, args) => (isByLength(args.rankBy) ? null : rankedPaths(graph, args)),
  finish: (value, args) => ({ ...(value as Row), [ARGUMENTS]: args }),
});

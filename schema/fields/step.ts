import type { InputFieldMap } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Step } from '../../src/graph/compile/field.ts';
import { FIRST, PAGE_MAX, paginate, type Row } from '../../src/graph/read/page.ts';
import { rowKey } from '../../src/graph/read/row.ts';
import { KINDS } from '../../src/model/kinds.ts';
import type { Properties } from '../../src/model/property.ts';
import { asOfArgs } from '../as-of.ts';
import {
  builder,
  type Declared,
  type Described,
  listOf,
  type RowType,
  type Target,
  typeRef,
} from '../builder.ts';
import { ModalityEnum } from '../enums.ts';
import { orderInput, whereInput } from '../inputs.ts';
import { connectionRef } from './connection.ts';
import { surestFirst } from './statement-order.ts';

export interface StepOptions extends Described {
  readonly first?: number;
  readonly max?: number;
  /** For a step to one row: whether the row always exists. */
  readonly required?: boolean;
  /** Name of the connection's type, where it differs from that of the kind. */
  readonly named?: string;
  /** For a required step to one row: the error that says which arguments found none. */
  readonly missing?: (args: Readonly<Record<string, unknown>>) => Error;
}

interface StepParts {
  readonly step: Step;
  readonly options: StepOptions;
  readonly args?: InputFieldMap;
  /** Properties that edges of the connection carry. */
  readonly edge?: Properties;
  /** The edges are relationships, which have statements. */
  readonly evidence?: boolean;
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Arguments of a step: page size and cursors, filter, order, least confidence. */
const argsOf = (step: Step, kind: Target, paged: boolean, first: number, max: number) => {
  const many = step.as !== 'one';
  const sorted = step.sorted !== false;
  return builder.args((t) => ({
    ...(paged
      ? { first: t.int({ defaultValue: first, description: `How many, 1 to ${max}.` }) }
      : {}),
    ...(many && sorted && (step.order === undefined || kind in KINDS)
      ? {
          where: t.field({ type: whereInput(kind), description: 'Which to keep.' }),
          orderBy: t.field({
            type: [orderInput(kind)],
            description:
              kind === 'Statement'
                ? 'In which order; the surest first, then the newest, unless asked otherwise.'
                : 'In which order; by id where nothing else decides.',
          }),
        }
      : {}),
    ...(step.as === 'connection'
      ? {
          after: t.string({ description: 'Those behind this cursor.' }),
          last: t.int({ description: 'How many from the end, instead of first.' }),
          before: t.string({ description: 'Those ahead of this cursor, with last.' }),
        }
      : {}),
    ...(step.holds
      ? {
          modality: t.field({
            type: [ModalityEnum],
            description: 'Followed as asserted or planned unless said otherwise here.',
          }),
          minConfidence: t.float({ description: 'Relationships at least this sure, 0 to 1.' }),
          ...asOfArgs,
        }
      : {}),
  }));
};

/** A step as a field, with what a root field needs to be made of the same step. */
export interface DeclaredStep extends Declared {
  readonly step: Step;
  shown(name: string): {
    readonly graph: Step;
    /** The type of one row, or of the connection. */
    readonly type: RowType;
    readonly description: string;
    readonly args: InputFieldMap;
  };
}

/** The plan's answer for a field: a row, or a connection. */
const rowAt = (row: Row, { path }: GraphQLResolveInfo) => row[rowKey(path.key)] as Row;

/** A step as a field: its type, its paging, filtering and ordering arguments, its resolver. */
export function stepField({
  step: given,
  options,
  args = {},
  edge,
  evidence = false,
}: StepParts): DeclaredStep {
  const { first, max = PAGE_MAX, description, named } = options;
  const sorted = given.sorted !== false;
  const many = given.as !== 'one';
  const paged = many && (first !== undefined || sorted || given.order !== undefined);
  const kind = given.to as Target;
  const order = given.order ?? (kind === 'Statement' && sorted ? surestFirst : undefined);
  const step: Step = {
    ...given,
    max,
    ...(paged ? { first: first ?? FIRST } : {}),
    ...(order ? { order } : {}),
    ...(order === surestFirst ? { indexed: true } : {}),
  };
  const shown = () => ({
    graph: step,
    description,
    args: { ...args, ...argsOf(step, kind, paged, first ?? FIRST, max) },
  });
  const nullable = step.as === 'one' && options.required !== true;
  const connection = (name: string) =>
    connectionRef(named ?? (edge ? capital(name) : kind), kind, edge, evidence);
  return {
    planned: step,
    step,
    shown: (name) => ({
      ...shown(),
      type: step.as === 'connection' ? connection(name) : typeRef(kind),
    }),
    field: (t, name) => {
      if (step.as === 'connection')
        return t.workedOut({
          ...shown(),
          type: connection(name),
          resolve: (row, given, _context, info) => paginate(rowAt(row, info), given, step),
        });
      const type = listOf(typeRef(kind), step.as === 'list');
      const { missing } = options;
      if (!missing) return t.planned({ ...shown(), type, nullable });
      return t.workedOut({
        ...shown(),
        type: typeRef(kind),
        resolve: (row, given, _context, info) => {
          const found = rowAt(row, info);
          if (found == null) throw missing(given);
          return found;
        },
      });
    },
  };
}

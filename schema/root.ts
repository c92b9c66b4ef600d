import type { InputFieldMap } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Clause, RootQuery, Step } from '../src/graph/compile/field.ts';
import type { Graph } from '../src/graph/graph.ts';
import type { Moment } from '../src/graph/held.ts';
import { paginate, type Row } from '../src/graph/read/page.ts';
import { asOfArgs, checkClocks } from './as-of.ts';
import {
  type Abstract,
  builder,
  type Context,
  type Declared,
  expression,
  interfaceOf,
  isAbstract,
  kindOf,
  objectOf,
  property,
  type RecordName,
  type RowFields,
  type Target,
  toFields,
} from './builder.ts';
import { Fields } from './fields/define.ts';
import { type StepOptions, stepField } from './fields/step.ts';

interface RootOptions
  extends StepOptions,
    Pick<Step, 'check' | 'sorted' | 'order' | 'holds' | 'edged'>,
    RootQuery {
  readonly args?: InputFieldMap;
  /** Which clocks of `asOf` count: that of recording, or all; none where it has no such argument. */
  readonly clocks?: 'recorded' | 'all';
  /** Reads further parameters of the clause; null where the arguments are enough. */
  readonly before?: (
    graph: Graph,
    args: Readonly<Record<string, unknown>>,
  ) => Promise<object> | null;
  /** Throws an error that explains an empty connection; called only for one. */
  readonly empty?: (graph: Graph, args: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Shapes the answer in JavaScript, before any field of it is resolved. */
  readonly finish?: (value: Row | null, args: Readonly<Record<string, unknown>>) => Row;
}

/** Whether a connection has neither rows nor a count above 0. */
const holdsNothing = (connection: Row) =>
  Object.values(connection).every(
    (value) =>
      typeof value === 'string' || (Array.isArray(value) ? value.length === 0 : !Number(value)),
  );

/** Defines a root field: a step without a parent, answered by one statement. */
export function root(
  name: string,
  as: Step['as'],
  to: Target,
  clause: Clause,
  options: RootOptions,
): void {
  const {
    args = {},
    edged,
    sorted = true,
    check,
    order,
    holds,
    besides,
    filters,
    reads,
    once,
    empty,
    before = () => null,
    finish,
  } = options;
  const step: Step = {
    as,
    to,
    clause,
    sorted,
    query: {
      ...(besides && { besides }),
      ...(filters && { filters }),
      ...(reads && { reads }),
      ...(once && { once }),
    },
    ...(edged && { edged }),
    ...(options.clocks === 'recorded' ? { check: checkClocks(name, check) } : check && { check }),
    ...(order && { order }),
    ...(holds && { holds }),
  };
  const field = stepField({ step, options, args: { ...args, ...(options.clocks && asOfArgs) } });
  const answer = async (
    given: Readonly<Record<string, unknown>>,
    { graph }: Context,
    info: GraphQLResolveInfo,
  ): Promise<Row> => {
    const value = (await graph.root(info, field.step, {}, () => before(graph, given))) as Row;
    if (as === 'connection') {
      if (empty && holdsNothing(value)) await empty(graph, given);
      return paginate(value, given, field.step);
    }
    return finish ? finish(value, given) : value;
  };
  builder.queryField(name, (t) => {
    const { type, ...shown } = field.shown(name);
    // A nullable field: an error in it leaves the rest of the answer.
    if (as !== 'list')
      return t.field({
        ...shown,
        type,
        nullable: true,
        resolve: (_, given, context, info) => answer(given, context, info),
      });
    return t.field({
      ...shown,
      type: [type],
      nullable: true,
      resolve: async (_, given, context, info) =>
        (await answer(given, context, info)) as unknown as readonly Row[],
    });
  });
}

interface RecordFields {
  property(name: string, code: string, description: string): Declared;
  /** A field whose value is a Cypher expression over the record's variable. */
  expression(
    code: string,
    cypher: (variable: string, at: Moment) => string,
    description: string,
  ): Declared;
  via: Fields<'Entity'>['via'];
  /** Rows that the record holds under a name: a list, or one row or null. */
  held(as: 'one' | 'list', to: Target, name: string, options: HeldOptions): Declared;
}
type HeldOptions = StepOptions & Pick<Step, 'rows' | 'before'>;

/** Defines a row that is no labelled node; its fields are read from the variable its step binds. */
export function record(
  name: RecordName,
  description: string,
  fields: (t: RecordFields) => Record<string, Declared>,
  interfaces: readonly Abstract[] = [],
): void {
  const own = fields({
    property,
    expression,
    via: (as, to, clause, options) => new Fields('Entity').via(as, to, clause, options),
    held: (as, to, name, options) =>
      new Fields('Entity').via(
        as,
        to,
        ({ from, to: child }) =>
          as === 'one'
            ? `WITH ${from}.${name} AS ${child} WHERE ${child} IS NOT NULL`
            : `UNWIND ${from}.${name} AS ${child}`,
        {
          ...options,
          sorted: false,
          held: (from) => (as === 'one' ? `[${from}.${name}]` : `${from}.${name}`),
        },
      ),
  });
  const shown = {
    description,
    fields: (t: RowFields) => toFields(t, own),
  };
  if (isAbstract(name)) interfaceOf(name).implement({ ...shown, resolveType: kindOf });
  else objectOf(name).implement({ ...shown, interfaces: interfaces.map(interfaceOf) });
}

import type { FieldNullability, InputFieldMap, ShapeFromTypeParam, TypeParam } from '@pothos/core';
import { type Clause, key, need, type Planned, type Step } from '../../src/graph/compile/field.ts';
import type { Row } from '../../src/graph/read/page.ts';
import { type ENTITY_KINDS, isEntityKind, KINDS, type Kind } from '../../src/model/kinds.ts';
import {
  type Properties,
  type RecordOf,
  readCode,
  type ValueOf,
} from '../../src/model/property.ts';
import {
  type Abstract,
  type Context,
  type Contract,
  type Declared,
  interfaceOf,
  isAbstract,
  kindOf,
  listOf,
  objectOf,
  property,
  type RowFields,
  type Target,
  toFields,
  typeNamed,
} from '../builder.ts';
import { declare } from './declared.ts';
import { relationFields } from './relation.ts';
import { type StepOptions, stepField } from './step.ts';

type TableOf<K extends Kind> = K extends keyof typeof ENTITY_KINDS
  ? (typeof KINDS)['Entity'] & (typeof KINDS)[K]
  : (typeof KINDS)[K];
type PropertyOf<K extends Kind> = keyof TableOf<K> & string;
type RecordAt<K extends Kind> = RecordOf<TableOf<K> & Properties>;

/** The `t` of a type file. Each field it makes is compiled into the statement of the root field. */
export class Fields<K extends Kind> {
  private readonly kind: K;

  constructor(kind: K) {
    this.kind = kind;
  }

  property<P extends PropertyOf<K>>(name: P, description: string): Declared {
    const own: Properties = KINDS[this.kind];
    return property(name, own[name] ?? (KINDS.Entity as Properties)[name]!, description);
  }

  /** A step that follows no relationship type, given as Cypher. */
  via(
    as: Step['as'],
    to: Target,
    clause: Clause,
    {
      args,
      edge,
      ...options
    }: StepOptions &
      Pick<Step, 'sorted' | 'holds' | 'order' | 'rows' | 'held' | 'check' | 'before'> & {
        args?: InputFieldMap;
        edge?: Properties;
      },
  ): Declared {
    const { sorted = true, holds, order, rows, held, check, before } = options;
    const step: Step = {
      as,
      to,
      clause,
      sorted,
      edged: edge !== undefined,
      ...(rows ? { rows } : {}),
      ...(held ? { held } : {}),
      ...(holds ? { holds } : {}),
      ...(order ? { order } : {}),
      ...(check ? { check } : {}),
      ...(before ? { before } : {}),
    };
    return stepField({ step, options, ...(args ? { args } : {}), ...(edge ? { edge } : {}) });
  }

  /** A field that is computed in JavaScript from properties of the same node. */
  computed<P extends PropertyOf<K>, Code extends string>(
    code: Code,
    needs: readonly P[],
    work: (node: Pick<RecordAt<K>, P>, context: Context) => ValueOf<Code>,
    description: string,
  ): Declared {
    const { base, list, nullable } = readCode(code);
    return computed(listOf(typeNamed(base), list), nullable, needs, work as never, description);
  }
}

/** Estimated bytes of a value longer than a name, and how much of it is read for an excerpt. */
type Long = Pick<Extract<Planned, { as: 'needs' }>, 'bytes' | 'excerpt'>;

/** A field of any GraphQL type that is computed from properties of its node. */
export function computed<
  Type extends TypeParam<Contract>,
  Nullable extends FieldNullability<Type> & boolean,
>(
  type: Type,
  nullable: Nullable,
  needs: readonly string[],
  work: (
    node: Readonly<Record<string, unknown>>,
    context: Context,
  ) => ShapeFromTypeParam<Contract, Type, Nullable>,
  description: string,
  long: Long = {},
): Declared {
  const graph: Planned = { as: 'needs', properties: needs, ...long };
  const read = (row: Row) => Object.fromEntries(needs.map((name) => [name, row[key(need(name))]]));
  return {
    planned: graph,
    field: (t) =>
      t.workedOut({
        graph,
        type,
        nullable,
        description,
        resolve: (row, _args, context) => work(read(row), context),
      }),
  };
}

/** Defines one kind: its description, and its fields besides those along relationships. */
export function define<K extends Kind>(
  kind: K,
  description: string,
  fields: (t: Fields<K>) => Record<string, Declared>,
): void {
  const along = isEntityKind(kind) ? relationFields(kind) : {};
  const own = { ...fields(new Fields(kind)), ...along };
  declare(kind, own);
  const shown = { description, fields: (t: RowFields) => toFields(t, own) };
  const Node = interfaceOf('Node');
  if (isAbstract(kind))
    interfaceOf(kind).implement({ ...shown, interfaces: [Node], resolveType: kindOf });
  else
    objectOf(kind as Exclude<Kind, Abstract>).implement({
      ...shown,
      interfaces: isEntityKind(kind) ? [Node, interfaceOf('Entity')] : [Node],
    });
}

import type { InputFieldMap } from '@pothos/core';
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
  type Context,
  type Declared,
  type FieldFactory,
  kindOf,
  listOf,
  property,
  type Target,
  toFields,
  typeRef,
} from '../builder.ts';
import { declare } from './declared.ts';
import { relationFields } from './relation.ts';
import { type StepOptions, stepField } from './step.ts';

type TableOf<K extends Kind> = K extends keyof typeof ENTITY_KINDS
  ? (typeof KINDS)['Entity'] & (typeof KINDS)[K]
  : (typeof KINDS)[K];
type PropertyOf<K extends Kind> = keyof TableOf<K> & string;
type RecordAt<K extends Kind> = RecordOf<TableOf<K> & Properties>;

/** `t` of a type file. Everything it makes is compiled into the statement of the root field. */
export class Fields<K extends Kind> {
  private readonly kind: K;

  constructor(kind: K) {
    this.kind = kind;
  }

  property<P extends PropertyOf<K>>(name: P, description: string): Declared {
    const own: Properties = KINDS[this.kind];
    return property(name, own[name] ?? (KINDS.Entity as Properties)[name]!, description);
  }

  /** Any other way from here to there, in Cypher. */
  via(
    as: Step['as'],
    to: Target,
    clause: Clause,
    {
      args,
      edge,
      ...options
    }: StepOptions &
      Pick<Step, 'sorted' | 'holds' | 'order' | 'rows' | 'held' | 'check'> & {
        args?: InputFieldMap;
        edge?: Properties;
      },
  ): Declared {
    const { sorted = true, holds, order, rows, held, check } = options;
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
    };
    return stepField({ step, options, ...(args ? { args } : {}), ...(edge ? { edge } : {}) });
  }

  /** Worked out in JavaScript from properties of the same node. */
  computed<P extends PropertyOf<K>, Code extends string>(
    type: Code,
    needs: readonly P[],
    work: (node: Pick<RecordAt<K>, P>, context: Context) => ValueOf<Code>,
    description: string,
  ): Declared {
    const { base, list, nullable } = readCode(type);
    return computed(listOf(base, list), nullable, needs, work as never, description);
  }
}

/** How long a value is, where it is longer than a name, and how much of it is read for an excerpt. */
type Long = Pick<Extract<Planned, { as: 'needs' }>, 'bytes' | 'excerpt'>;

/** A field of any GraphQL type that is worked out from properties of its node. */
export function computed(
  type: unknown,
  nullable: boolean,
  needs: readonly string[],
  work: (node: Readonly<Record<string, unknown>>, context: Context) => unknown,
  description: string,
  long: Long = {},
): Declared {
  const planned: Planned = { as: 'needs', properties: needs, ...long };
  const read = (row: Row) => Object.fromEntries(needs.map((name) => [name, row[key(need(name))]]));
  return {
    planned,
    options: () => ({
      type,
      nullable,
      description,
      extensions: { graph: planned },
      resolve: (row: Row, _args: unknown, context: Context) => work(read(row), context),
    }),
  };
}

/** One type file: a kind, its description, its fields beside those along relationships. */
export function define<K extends Kind>(
  kind: K,
  description: string,
  fields: (t: Fields<K>) => Record<string, Declared>,
): void {
  const along = isEntityKind(kind) ? relationFields(kind) : {};
  const own = { ...fields(new Fields(kind)), ...along };
  declare(kind, own);
  const config = { description, fields: (t: FieldFactory) => toFields(t, own, kind) };
  const Node = typeRef('Node');
  if (kind === 'Entity')
    typeRef(kind).implement({ ...config, interfaces: [Node], resolveType: kindOf });
  else
    typeRef(kind).implement({
      ...config,
      interfaces: isEntityKind(kind) ? [Node, typeRef('Entity')] : [Node],
    });
}

import type { InputFieldMap } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { type Clause, key, type Link, need, type Planned } from '../src/graph/field.ts';
import { edgeHolds } from '../src/graph/holds.ts';
import { FIRST, PAGE_MAX, paginate, type Row } from '../src/graph/page.ts';
import { rowKey } from '../src/graph/row.ts';
import { type ENTITY_KINDS, isEntityKind, KINDS, type Kind } from '../src/model/kinds.ts';
import { type Properties, type RecordOf, readCode, type ValueOf } from '../src/model/property.ts';
import {
  type Direction,
  endsOf,
  RELATIONSHIPS,
  type RelationshipType,
  SUMMARY_PROPERTIES,
} from '../src/model/relationships.ts';
import {
  builder,
  type Context,
  type Declared,
  type Described,
  type FieldFactory,
  kindOf,
  listOf,
  pick,
  property,
  type Target,
  toFields,
  typeRef,
} from './builder.ts';
import { connectionRef } from './connection.ts';
import { declare } from './declared.ts';
import { ModalityEnum } from './enums.ts';
import { AsOfInput, orderInput, whereInput } from './inputs.ts';
import { surestFirst } from './statement-order.ts';

type Relationships = typeof RELATIONSHIPS;
type Ends<T extends RelationshipType, D extends Direction> = Relationships[T][D extends 'out'
  ? 'from'
  : 'to'][number];
/** The relationship types that leave (out) or reach (in) a kind. */
export type TypeAt<K extends Kind, D extends Direction> = {
  [T in RelationshipType]: K extends Ends<T, D> ? T : never;
}[RelationshipType];
type FarKind<T extends RelationshipType, D extends Direction> = Ends<
  T,
  D extends 'out' ? 'in' : 'out'
>;
type TableOf<K extends Kind> = K extends keyof typeof ENTITY_KINDS
  ? (typeof KINDS)['Entity'] & (typeof KINDS)[K]
  : (typeof KINDS)[K];
type PropertyOf<K extends Kind> = keyof TableOf<K> & string;
type RecordAt<K extends Kind> = RecordOf<TableOf<K> & Properties>;

export interface LinkOptions<To = never> extends Described {
  /** Narrows the kind at the far end. */
  readonly to?: To;
  readonly first?: number;
  readonly max?: number;
  /** Of a link to one: whether it is always there. */
  readonly required?: boolean;
  /** Name of the connection's type, where it is not that of the kind. */
  readonly named?: string;
  /** Of a required link to one: what is wrong with the arguments when there is none. */
  readonly missing?: (args: Readonly<Record<string, unknown>>) => Error;
}

interface LinkParts {
  readonly link: Link;
  readonly options: LinkOptions<unknown>;
  readonly args?: InputFieldMap;
  /** Properties that edges of the connection carry. */
  readonly edge?: Properties;
  /** The edges are relationships with statements of their own. */
  readonly evidence?: boolean;
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** A link as a field: its type, its paging, filtering and ordering arguments, its resolver. */
export function linkField({
  link: given,
  options,
  args = {},
  edge,
  evidence = false,
}: LinkParts): Declared {
  const { first, max = PAGE_MAX, description, named } = options;
  const sorted = given.sorted !== false;
  const many = given.as !== 'one';
  const paged = many && (first !== undefined || sorted || given.order !== undefined);
  const kind = given.to as Target;
  const order = given.order ?? (kind === 'Statement' && sorted ? surestFirst : undefined);
  const link: Link = {
    ...given,
    max,
    ...(paged ? { first: first ?? FIRST } : {}),
    ...(order ? { order } : {}),
    ...(order === surestFirst ? { indexed: true } : {}),
  };
  const own = () =>
    builder.args((t) => ({
      ...(paged
        ? { first: t.int({ defaultValue: first ?? FIRST, description: `How many, 1 to ${max}.` }) }
        : {}),
      ...(many && sorted && (link.order === undefined || kind in KINDS)
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
      ...(link.as === 'connection'
        ? {
            after: t.string({ description: 'Those behind this cursor.' }),
            last: t.int({ description: 'How many from the end, instead of first.' }),
            before: t.string({ description: 'Those ahead of this cursor, with last.' }),
          }
        : {}),
      ...(link.holds
        ? {
            modality: t.field({
              type: [ModalityEnum],
              description: 'Followed as asserted or planned unless said otherwise here.',
            }),
            minConfidence: t.float({ description: 'Relationships at least this sure, 0 to 1.' }),
            asOf: t.field({
              type: AsOfInput,
              description: 'As it was, or as it was known, on a date.',
            }),
          }
        : {}),
    }));
  return {
    planned: link,
    options: (name) => ({
      type:
        link.as === 'connection'
          ? connectionRef(named ?? (edge ? capital(name) : kind), kind, edge, evidence)
          : listOf(typeRef(kind), link.as === 'list'),
      nullable: link.as === 'one' && options.required !== true,
      description,
      args: { ...args, ...own() },
      extensions: { graph: link },
      resolve:
        link.as === 'connection'
          ? (parent: Row, given: object, _c: unknown, info: GraphQLResolveInfo) =>
              paginate(parent[rowKey(info.path.key)] as Row, given, link)
          : options.missing
            ? (parent: Row, given: object, _c: unknown, info: GraphQLResolveInfo) => {
                const found = parent[rowKey(info.path.key)];
                if (found == null) throw options.missing!(given as never);
                return found;
              }
            : pick,
    }),
  };
}

/** A relationship type, followed one way. */
function relation(type: RelationshipType, direction: Direction, narrowed?: Kind): Link {
  const { far } = endsOf(type, direction);
  const implied = far.length === 1 ? (far[0] as Kind) : 'Entity';
  const to = narrowed ?? implied;
  const [left, right] = direction === 'out' ? ['', '>'] : ['<', ''];
  // The vocabulary says what stands at the far end; its label is written only where the statement may start there.
  const clause: Clause = ({ from, edge, to: variable, anchored }) =>
    `MATCH (${from})${left}-[${edge}:${type}]-${right}(${variable}${to === implied && !anchored ? '' : `:${to}`})`;
  return {
    as: 'connection',
    to,
    clause,
    along: { type, direction },
    edged: true,
    filterable: true,
    parallel: 'parallelBy' in RELATIONSHIPS[type],
    holds: (scope) => edgeHolds(scope.edge, scope),
  };
}

// Only what is a Node has an id: clients keep what they read by it. The relationship itself has one.
const { id: _id, ...SHOWN_ON_EDGES } = SUMMARY_PROPERTIES;

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

  /** A connection along a relationship type; its edges carry the relationship's own properties. */
  relation<D extends Direction, T extends TypeAt<K, D>>(
    type: T,
    direction: D,
    options: LinkOptions<FarKind<T, D>>,
  ): Declared {
    const link = relation(type, direction, options.to as Kind | undefined);
    return linkField({
      link,
      options,
      edge: { ...SHOWN_ON_EDGES, ...RELATIONSHIPS[type].own },
      evidence: true,
    });
  }

  /** Any other way from here to there, in Cypher. */
  via(
    as: Link['as'],
    to: Target,
    clause: Clause,
    {
      args,
      edge,
      ...options
    }: LinkOptions &
      Pick<Link, 'sorted' | 'holds' | 'order' | 'rows' | 'held' | 'check' | 'along'> & {
        args?: InputFieldMap;
        edge?: Properties;
      },
  ): Declared {
    const { sorted = true, holds, order, rows, held, check } = options;
    const link: Link = {
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
    return linkField({ link, options, ...(args ? { args } : {}), ...(edge ? { edge } : {}) });
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

/** One type file: a kind, its description, its fields. */
export function define<K extends Kind>(
  kind: K,
  description: string,
  fields: (t: Fields<K>) => Record<string, Declared>,
): void {
  const own = fields(new Fields(kind));
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

import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { TooLargeError } from '../errors.ts';
import type { Link, Planned } from './field.ts';
import { writtenKey } from './row.ts';

/** One response key of a selection: fragments spread, duplicates merged, directives applied. */
export interface Field {
  readonly key: string;
  /** The concrete type or interface it was selected on, when the parent may be another. */
  readonly on: string | undefined;
  readonly field: GraphQLField<unknown, unknown>;
  readonly planned: Planned | undefined;
  readonly node: FieldNode;
  /** Place of its arguments in the plan's list; -1 when it takes none. */
  readonly args: number;
  readonly children: readonly Field[];
  /** The type the children are selected on may be several kinds. */
  readonly abstract: boolean;
}
export interface Selection {
  readonly root: Field;
  /** Every field that takes arguments, in the order of `Field.args`. */
  readonly withArgs: readonly Field[];
  /** How many fields are selected, for who keeps it. */
  readonly fields: number;
}

const FIELDS_MAX = 400;
/** Everything that is walked: fields, `__typename`, spreads and fragments, once for each way they are met. */
const SELECTIONS_MAX = 2_000;
const DEPTH_MAX = 24;

type Bucket = {
  key: string;
  on: string | undefined;
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
};
/** By key, then by the type it was selected on: a key has one bucket for each of a few types. */
type Buckets = Map<string, Bucket[]>;

/**
 * What one field of the running operation asks for, as a tree.
 * @param as the one type that the field will return, when it is declared as an interface
 * @param link a link to compile instead of the field's own
 * @param without a type that the field itself never returns; what lies below it may
 */
export function select(
  info: GraphQLResolveInfo,
  {
    as,
    link,
    without,
  }: { as?: string | undefined; link?: Link | undefined; without?: string | undefined } = {},
): Selection {
  const { schema, fragments, variableValues } = info;
  const withArgs: Field[] = [];
  let [fields, selections] = [0, 0];
  const included = (node: Parameters<typeof getDirectiveValues>[1]) =>
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;

  const covers = (wide: string | undefined, narrow: string | undefined): boolean => {
    if (wide === undefined || wide === narrow) return true;
    const [w, n] = [
      schema.getType(wide),
      narrow === undefined ? undefined : schema.getType(narrow),
    ];
    return isAbstractType(w) && n !== undefined && isCompositeType(n) && !isAbstractType(n)
      ? schema.isSubType(w, n as never)
      : false;
  };

  function collect(
    parent: GraphQLCompositeType,
    on: string | undefined,
    set: SelectionSetNode,
    into: Buckets,
    visited: Set<string>,
    never: string | undefined,
  ) {
    for (const node of set.selections) {
      if (++selections > SELECTIONS_MAX)
        throw new TooLargeError(
          `the selection has more than ${SELECTIONS_MAX} parts, fragments included; ask in several requests.`,
        );
      if (!included(node)) continue;
      if (node.kind === Kind.FIELD) {
        const at = schema.getType(on ?? parent.name);
        const field =
          at && 'getFields' in at
            ? (at.getFields()[node.name.value] as GraphQLField<unknown, unknown>)
            : undefined;
        if (!field) continue; // __typename
        if (++fields > FIELDS_MAX)
          throw new TooLargeError(
            `the selection has more than ${FIELDS_MAX} fields; ask in several requests.`,
          );
        const key = writtenKey(node.alias?.value ?? node.name.value);
        const ofKey = into.get(key) ?? [];
        into.set(key, ofKey);
        const bucket = ofKey.find((b) => b.on === on);
        if (bucket) bucket.nodes.push(node);
        else ofKey.push({ key, on, field, nodes: [node] });
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        // Once is enough, as in graphql-js: fragments that spread each other twice would double the work.
        const visit = `${node.name.value} ${on ?? ''}`;
        if (visited.has(visit)) continue;
        visited.add(visit);
      }
      const target = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value]!;
      const condition = target.typeCondition?.name.value ?? parent.name;
      if (condition === never) continue;
      if (as !== undefined && isObjectType(parent) && !covers(condition, parent.name)) continue;
      const narrower =
        isObjectType(parent) || covers(condition, on ?? parent.name) ? on : condition;
      collect(parent, narrower, target.selectionSet, into, visited, never);
    }
  }

  /** `{ name ... on Person { name } }` is one name: a narrow bucket joins a wider one of the same key. */
  function merged(buckets: Buckets): Bucket[] {
    return [...buckets.values()].flatMap((ofKey) =>
      ofKey.filter((narrow) => {
        const wide = ofKey.find((b) => b !== narrow && covers(b.on, narrow.on));
        wide?.nodes.push(...narrow.nodes);
        return wide === undefined;
      }),
    );
  }

  function tree({ key, on, field, nodes }: Bucket, depth: number): Field {
    if (depth > DEPTH_MAX)
      throw new TooLargeError(`the selection is deeper than ${DEPTH_MAX} fields.`);
    const declared = getNamedType(field.type);
    const type = depth === 0 && as !== undefined ? schema.getType(as)! : declared;
    const buckets: Buckets = new Map();
    const visited = new Set<string>();
    const planned = depth === 0 && link ? link : (field.extensions.graph as Planned | undefined);
    const place = field.args.length > 0 ? withArgs.push(undefined as never) - 1 : -1;
    if (isCompositeType(type) && (depth === 0 || planned?.as !== 'needs'))
      for (const node of nodes)
        if (node.selectionSet)
          collect(
            type,
            undefined,
            node.selectionSet,
            buckets,
            visited,
            depth === 0 ? without : undefined,
          );
    const children = merged(buckets).map((bucket) => tree(bucket, depth + 1));
    const result = {
      key,
      on,
      field,
      planned,
      node: nodes[0]!,
      args: place,
      children,
      abstract: isAbstractType(type),
    };
    if (place >= 0) withArgs[place] = result;
    return result;
  }

  const field = info.parentType.getFields()[info.fieldName]!;
  const root = tree(
    { key: writtenKey(String(info.path.key)), on: undefined, field, nodes: [...info.fieldNodes] },
    0,
  );
  return { root, withArgs, fields };
}

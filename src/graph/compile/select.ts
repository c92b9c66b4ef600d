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
import { TooLargeError } from '../../errors.ts';
import { writtenKey } from '../read/row.ts';
import type { Planned, Step } from './field.ts';

/** One response key: fragments are spread, duplicates merged and directives applied. */
export interface Field {
  readonly key: string;
  /** The type that the field was selected on, where the parent may be of another. */
  readonly on: string | undefined;
  readonly field: GraphQLField<unknown, unknown>;
  readonly planned: Planned | undefined;
  readonly node: FieldNode;
  /** Index of the field's arguments in `Selection.withArgs`; -1 when it takes none. */
  readonly args: number;
  readonly children: readonly Field[];
  /** The type the children are selected on may be several kinds. */
  readonly abstract: boolean;
}
export interface Selection {
  readonly root: Field;
  /** Every field that takes arguments, in the order of `Field.args`. */
  readonly withArgs: readonly Field[];
  /** Number of selected fields, from which the plan cache estimates memory. */
  readonly fields: number;
}

const FIELDS_MAX = 400;
/** Most selections that are walked, counted each time: fields, `__typename`, spreads, fragments. */
const SELECTIONS_MAX = 2_000;
const DEPTH_MAX = 24;

type Bucket = {
  key: string;
  on: string | undefined;
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
};
/** Buckets by response key; a key has one bucket for each type it was selected on. */
type Buckets = Map<string, Bucket[]>;

interface Options {
  /** The one type that the field will return, when it is declared as an interface. */
  readonly as?: string | undefined;
  /** A step to compile instead of the field's own. */
  readonly step?: Step | undefined;
  /** A type that the field itself never returns; fields below it may. */
  readonly without?: string | undefined;
}

/** Where selections are collected from and into. */
interface Place {
  readonly parent: GraphQLCompositeType;
  /** The narrower type that a fragment's condition names. */
  readonly on: string | undefined;
  readonly into: Buckets;
  /** Fragments that were spread here. */
  readonly visited: Set<string>;
  readonly never: string | undefined;
}

/** Reads the selection of one field and counts its parts against the limits. */
class Reading {
  readonly withArgs: Field[] = [];
  fields = 0;
  private selections = 0;
  private readonly info: GraphQLResolveInfo;
  private readonly options: Options;

  constructor(info: GraphQLResolveInfo, options: Options) {
    this.info = info;
    this.options = options;
  }

  private included(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const { variableValues } = this.info;
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
    );
  }

  private covers(wide: string | undefined, narrow: string | undefined): boolean {
    if (wide === undefined || wide === narrow) return true;
    const [w, n] = [
      this.info.schema.getType(wide),
      narrow === undefined ? undefined : this.info.schema.getType(narrow),
    ];
    return isAbstractType(w) && n !== undefined && isCompositeType(n) && !isAbstractType(n)
      ? this.info.schema.isSubType(w, n as never)
      : false;
  }

  private addField(at: Place, node: FieldNode): void {
    const { parent, on, into } = at;
    const type = this.info.schema.getType(on ?? parent.name);
    const field =
      type && 'getFields' in type
        ? (type.getFields()[node.name.value] as GraphQLField<unknown, unknown>)
        : undefined;
    if (!field) return; // __typename
    if (++this.fields > FIELDS_MAX)
      throw new TooLargeError(
        `the selection has more than ${FIELDS_MAX} fields; ask in several requests.`,
      );
    const key = writtenKey(node.alias?.value ?? node.name.value);
    const ofKey = into.get(key) ?? [];
    into.set(key, ofKey);
    const bucket = ofKey.find((b) => b.on === on);
    if (bucket) bucket.nodes.push(node);
    else ofKey.push({ key, on, field, nodes: [node] });
  }

  private collect(at: Place, set: SelectionSetNode): void {
    const { parent, on, visited } = at;
    for (const node of set.selections) {
      if (++this.selections > SELECTIONS_MAX)
        throw new TooLargeError(
          `the selection has more than ${SELECTIONS_MAX} parts, fragments included; ask in several requests.`,
        );
      if (!this.included(node)) continue;
      if (node.kind === Kind.FIELD) {
        this.addField(at, node);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        // One visit per place, as in graphql-js: fragments that spread each other double the work.
        const visit = `${node.name.value} ${on ?? ''}`;
        if (visited.has(visit)) continue;
        visited.add(visit);
      }
      const target =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.info.fragments[node.name.value]!;
      const condition = target.typeCondition?.name.value ?? parent.name;
      if (condition === at.never) continue;
      const { as } = this.options;
      if (as !== undefined && isObjectType(parent) && !this.covers(condition, parent.name))
        continue;
      const narrower =
        isObjectType(parent) || this.covers(condition, on ?? parent.name) ? on : condition;
      this.collect({ ...at, on: narrower }, target.selectionSet);
    }
  }

  /** `{ name ... on Person { name } }` is one name: a narrow bucket joins a wider one of the same key. */
  private merged(buckets: Buckets): Bucket[] {
    return [...buckets.values()].flatMap((ofKey) =>
      ofKey.filter((narrow) => {
        const wide = ofKey.find((b) => b !== narrow && this.covers(b.on, narrow.on));
        wide?.nodes.push(...narrow.nodes);
        return wide === undefined;
      }),
    );
  }

  tree({ key, on, field, nodes }: Bucket, depth = 0): Field {
    if (depth > DEPTH_MAX)
      throw new TooLargeError(`the selection is deeper than ${DEPTH_MAX} fields.`);
    const { as, step, without } = this.options;
    const declared = getNamedType(field.type);
    const type = depth === 0 && as !== undefined ? this.info.schema.getType(as)! : declared;
    const buckets: Buckets = new Map();
    const never = depth === 0 ? without : undefined;
    const at = {
      parent: type as GraphQLCompositeType,
      on: undefined,
      into: buckets,
      visited: new Set<string>(),
      never,
    };
    const planned = depth === 0 && step ? step : (field.extensions.graph as Planned | undefined);
    const place = field.args.length > 0 ? this.withArgs.push(undefined as never) - 1 : -1;
    if (isCompositeType(type) && (depth === 0 || planned?.as !== 'needs'))
      for (const node of nodes) if (node.selectionSet) this.collect(at, node.selectionSet);
    const children = this.merged(buckets).map((bucket) => this.tree(bucket, depth + 1));
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
    if (place >= 0) this.withArgs[place] = result;
    return result;
  }
}

/** Reads what one field of the running operation selects, as a tree of bounded size. */
export function select(info: GraphQLResolveInfo, options: Options = {}): Selection {
  const reading = new Reading(info, options);
  const field = info.parentType.getFields()[info.fieldName]!;
  const root = reading.tree({
    key: writtenKey(String(info.path.key)),
    on: undefined,
    field,
    nodes: [...info.fieldNodes],
  });
  return { root, withArgs: reading.withArgs, fields: reading.fields };
}

import {
  Kind as Ast,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { InputError } from '../errors.ts';
import type { Kind } from '../model/kinds.ts';
import { shape } from './compile/argument-shape.ts';
import { compile, compileBatch } from './compile/compile.ts';
import type { Step } from './compile/field.ts';
import { type Field, type Selection, select } from './compile/select.ts';
import type { Args } from './compile/statement-builder.ts';
import type { Cost } from './cost.ts';
import type { Sizes } from './degrees.ts';
import { PlanCache } from './plan-cache.ts';
import type { Decode } from './read/row.ts';

export interface Statement {
  readonly cypher: string;
  readonly params: Record<string, unknown>;
  /** Turns the `value` of a record into what resolvers read. */
  readonly decode: Decode;
}

const cache = new PlanCache();

/** How a field is compiled when it is not simply its own step. */
export interface Variation {
  /** The kind of many nodes that are read by id, as a DataLoader asks for them. */
  readonly batch?: Kind;
  /** The one type that an abstract field will return. */
  readonly as?: string;
  /** A step to compile instead of the field's own; its rows return the id they were found by. */
  readonly step?: Step;
  /** A type that the field is declared to return but this statement never returns. */
  readonly without?: string;
  /** Rows are returned as maps, which people can read, instead of lists. */
  readonly named?: boolean;
  /** Long texts are cut to an excerpt as they are read. */
  readonly excerpts?: boolean;
}

/**
 * Plans the statement of one field. The selection is read once per document and per value of its
 * `@skip` and `@include` variables; the text is written once per shape of the arguments. What is
 * left for a request is reading arguments into parameters.
 * @param accept throws when the request may not cost so much; nothing of it is then kept
 */
export function plan(
  info: GraphQLResolveInfo,
  sizes: Sizes,
  { batch, as, step, without, named = false, excerpts = false }: Variation,
  accept: (cost: Cost) => void,
): Statement {
  const { operation, variableValues } = info;
  const known = cache.of(operation);
  const switches = known?.switches ?? switchesOf(operation, info.fragments);
  const values = switches.map((name) => `,${String(variableValues[name])}`).join('');
  const at = `${fieldPath(info)}${values};${batch ?? ''};${as ?? ''};${without ?? ''};${named};${excerpts}`;
  const found = known?.byPath.get(at);
  const selection = found?.selection ?? select(info, { as, step, without });
  const args: Args = selection.withArgs.map(({ field, node }) =>
    argumentsOf(field, node, variableValues),
  );
  const key = args.map((given, i) => shapeOfArguments(selection, given, i)).join(';');
  const kept = found?.texts.get(key);
  const text =
    kept ??
    (batch
      ? compileBatch(selection, args, batch, { named, excerpts })
      : compile(selection, args, { named, excerpts }));
  const { params, cost } = text.bind(args, sizes);
  accept(cost);
  if (!kept) cache.keep(operation, switches, at, selection, key, text);
  return { cypher: text.cypher, decode: text.decode, params };
}

/** @throws {InputError} when a page is asked for from both ends, which a default would hide */
function argumentsOf(
  field: Field['field'],
  node: FieldNode,
  variables: GraphQLResolveInfo['variableValues'],
): Readonly<Record<string, unknown>> {
  const args = getArgumentValues(field, node, variables);
  if (args.last != null) {
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const given = value?.kind === Ast.VARIABLE ? variables[value.name.value] : value;
    const isNull = given == null || value?.kind === Ast.NULL;
    if (!isNull) throw new InputError('"first" and "last" exclude each other; give one of them.');
  }
  return args;
}

function shapeOfArguments(
  { withArgs }: Selection,
  given: Readonly<Record<string, unknown>>,
  i: number,
): string {
  let key = '';
  for (const { name, type, extensions } of withArgs[i]!.field.args) {
    const value = given[name];
    if (value == null) key += ',';
    else {
      const its = shape(type, value, name);
      key += `,${extensions.inline === true ? JSON.stringify(value) : its}`;
    }
  }
  return key;
}

/** `people.edges.similar`: no list indices, so that all members of a list share one plan. */
export function fieldPath({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (typeof at.key === 'string') keys.unshift(at.key);
  return keys.join('.');
}

function switchesOf(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): string[] {
  const names = new Set<string>();
  for (const root of [operation, ...Object.values(fragments)])
    visit(root, {
      Directive: ({ arguments: given }) => {
        for (const { value } of given ?? [])
          if (value.kind === Ast.VARIABLE) names.add(value.name.value);
      },
    });
  return [...names];
}

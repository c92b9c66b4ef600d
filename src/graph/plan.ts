import {
  Kind as Ast,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Kind } from '../model/kinds.ts';
import { compile, compileBatch } from './compile.ts';
import type { Cost } from './cost.ts';
import type { Degrees } from './degrees.ts';
import type { Args } from './draft.ts';
import type { Link } from './field.ts';
import { shape } from './filter.ts';
import type { Revive } from './row.ts';
import { type Selection, select } from './select.ts';
import type { Text } from './text.ts';

export interface Statement {
  readonly cypher: string;
  readonly params: Record<string, unknown>;
  /** Makes of the `value` of a record what resolvers read. */
  readonly revive: Revive;
  readonly cost: Cost;
}

interface Plan {
  readonly selection: Selection;
  readonly texts: Map<string, Text>;
}

interface Known {
  /** The variables that decide which fields are selected. */
  readonly switches: readonly string[];
  readonly byPath: Map<string, Plan>;
}

/** Lives as long as the parsed document, which the server caches by its text. */
const plans = new WeakMap<OperationDefinitionNode, Known>();
const TEXTS_MAX = 50;

/** How a field is compiled when it is not simply its own link. */
export interface Variation {
  /** Many nodes of one kind by id: what a DataLoader sends. */
  readonly batch?: Kind;
  /** The one type that an abstract field will return. */
  readonly as?: string;
  /** A link to compile instead of the field's own, for rows that are found by id: each tells its `:id`. */
  readonly link?: Link;
  /** A type that the field may be declared to return, and this statement never does. */
  readonly without?: string;
  /** Rows as maps, which people can read, instead of lists. */
  readonly named?: boolean;
}

/**
 * The statement of one field. The selection is read once per document (and per value of its
 * `@skip` and `@include` variables), the text is written once per shape of the arguments; what is
 * left for a request is reading arguments into parameters.
 */
export function plan(
  info: GraphQLResolveInfo,
  degrees: Pick<Degrees, 'of'>,
  { batch, as, link, without, named = false }: Variation = {},
): Statement {
  const { operation, variableValues } = info;
  let known = plans.get(operation);
  if (!known) {
    known = { switches: switchesOf(operation, info.fragments), byPath: new Map() };
    plans.set(operation, known);
  }
  const switches = known.switches.map((name) => `,${String(variableValues[name])}`).join('');
  const at = `${fieldPath(info)}${switches};${batch ?? ''};${as ?? ''};${without ?? ''};${named}`;
  let found = known.byPath.get(at);
  if (!found) {
    found = { selection: select(info, { as, link, without }), texts: new Map() };
    known.byPath.set(at, found);
  }

  const { selection, texts } = found;
  const args: Args = selection.withArgs.map(({ field, node }) =>
    getArgumentValues(field, node, variableValues),
  );
  const key = args.map((given, i) => shapeOfArguments(selection, given, i)).join(';');
  let text = texts.get(key);
  if (!text) {
    if (texts.size >= TEXTS_MAX) texts.clear();
    text = batch
      ? compileBatch(selection, args, batch, { named })
      : compile(selection, args, { named });
    texts.set(key, text);
  }
  return { cypher: text.cypher, revive: text.revive, ...text.bind(args, degrees) };
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
    else key += `,${extensions.inline === true ? JSON.stringify(value) : shape(type, value)}`;
  }
  return key;
}

/** `people.edges.similar`: list positions left out, so that all members of a list share one plan. */
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

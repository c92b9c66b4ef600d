import type { GraphQLInputObjectType } from 'graphql';
import { InputError } from '../../errors.ts';
import { decodeCursor } from '../read/cursor.ts';
import type { Condition } from './filter/filter.ts';
import type { Field } from './select.ts';
import type { StatementBuilder } from './statement-builder.ts';

export interface SortKey {
  readonly cypher: string;
  readonly name: string;
  readonly ascending: boolean;
  readonly nullable: boolean;
  /** Rows without a value come last, whatever the direction; first where a list is read from its end. */
  readonly nullsFirst?: boolean;
}
type Choice = { readonly [name: string]: 'ASC' | 'DESC' | Choice };

/** Cypher for a property; of an entity it may be another as of another day. */
type Read = (variable: string, property: string) => string;

/** Makes the order total: by the node's id, then the edge's where two may join the same nodes. */
export function sortKeys(
  type: GraphQLInputObjectType | undefined,
  choices: readonly Choice[],
  node: string,
  edge: string,
  parallel: boolean,
  read: Read,
): SortKey[] {
  const asked = choices.map((choice) => sortKey(type!, choice, node, edge, read));
  const ties = [{ cypher: `${node}.id`, name: 'id', ascending: true, nullable: false }];
  if (parallel && edge)
    ties.push({ cypher: `${edge}.id`, name: 'edge.id', ascending: true, nullable: false });
  return [...asked, ...ties.filter((tie) => !asked.some((k) => k.cypher === tie.cypher))];
}

function sortKey(
  type: GraphQLInputObjectType,
  choice: Choice,
  node: string,
  edge: string,
  read: Read,
): SortKey {
  const [[name, value]] = Object.entries(choice) as [[string, 'ASC' | 'DESC' | Choice]];
  const field = type.getFields()[name]!;
  if (typeof value === 'object') {
    if (!edge)
      throw new InputError(
        'orderBy.edge needs a relation; a list that starts at the root has no edges.',
      );
    const { name: inner, ...key } = sortKey(
      field.type as GraphQLInputObjectType,
      value,
      edge,
      edge,
      read,
    );
    return { ...key, name: `edge.${inner}` };
  }
  const { property } = field.extensions.graph as Extract<Condition, { property: string }>;
  return {
    cypher: read(node, property),
    name,
    ascending: value === 'ASC',
    nullable: field.extensions.nullable === true,
  };
}

/**
 * Keys that a filter compares are never null, so an index, which has no nulls, gives their order.
 */
export const withoutNulls = (keys: readonly SortKey[], compared: ReadonlySet<string>): SortKey[] =>
  keys.map((key) => (compared.has(key.cypher) ? { ...key, nullable: false } : key));

export const reverse = (keys: readonly SortKey[]) =>
  keys.map((k) => ({ ...k, ascending: !k.ascending, nullsFirst: k.nullsFirst !== true }));
export const signature = (keys: readonly SortKey[]) =>
  keys.map((k) => `${k.name} ${k.ascending ? 'ASC' : 'DESC'}`).join(', ');

/** Cypher puts nulls last ascending and first descending; any other place needs its own key. */
function sorted({ cypher, ascending, nullable, nullsFirst = false }: SortKey): string {
  const key = `${cypher}${ascending ? '' : ' DESC'}`;
  if (!nullable || nullsFirst !== ascending) return key;
  return `${cypher} IS ${nullsFirst ? 'NOT ' : ''}NULL, ${key}`;
}
export const orderBy = (keys: readonly SortKey[]) => keys.map(sorted).join(', ');

/** Condition that a row's value for one key lies strictly after a given value. */
function beyondOne({ cypher: e, ascending, nullable, nullsFirst = false }: SortKey, p: string) {
  const compared = `${e} ${ascending ? '>' : '<'} ${p}`;
  if (!nullable) return compared;
  return nullsFirst
    ? `${compared} OR (${p} IS NULL AND ${e} IS NOT NULL)`
    : `${compared} OR (${p} IS NOT NULL AND ${e} IS NULL)`;
}

/** Condition that a row lies strictly after the given keys. */
function after(keys: readonly SortKey[], at: readonly string[]): string {
  const [first, second] = keys;
  const rows = keys.reduceRight((rest, key, i) => {
    const { cypher: e, nullable } = key;
    const p = at[i]!;
    const beyond = beyondOne(key, p);
    if (rest === '') return nullable ? `(${beyond})` : beyond;
    return `(${beyond} OR (${nullable ? `(${e} = ${p} OR (${e} IS NULL AND ${p} IS NULL))` : `${e} = ${p}`} AND ${rest}))`;
  }, '');
  // The redundant first condition lets an index start at the cursor.
  return first && second && !first.nullable
    ? `${first.cypher} ${first.ascending ? '>=' : '<='} ${at[0]} AND ${rows}`
    : rows;
}

/** The condition that a row lies beyond the page's cursor; undefined without a cursor. */
export function beyondCursor(
  draft: StatementBuilder,
  { args }: Pick<Field, 'args'>,
  given: Readonly<Record<string, unknown>>,
  forward: readonly SortKey[],
  keys: readonly SortKey[],
): string | undefined {
  const bound = given.last != null ? 'before' : 'after';
  if (given[bound] == null) return undefined;
  const order = signature(forward);
  const at = keys.map((_key, i) =>
    draft.parameter([args, bound], (cursor: string) => {
      const value = decodeCursor(order, keys.length, cursor)[i];
      return Number.isInteger(value) ? draft.int(value as number) : value;
    }),
  );
  return after(keys, at);
}

import type { Along, Sizes } from '../degrees.ts';
import type { Moment } from '../held.ts';
import type { Known } from '../known.ts';
import type { SortKey } from './order.ts';

/** What a step's clause is given: names of the variables in scope, and the field's arguments. */
export interface Scope {
  /** The parent's variable, with its label where the parent may be another kind: `n0` or `n0:Person`. */
  readonly from: string;
  /** The variable that holds the parent's properties: the parent's own, unless the past is read. */
  readonly row: string;
  /** As of when it is read. */
  readonly at: Moment;
  /** By which day what counts must have been published. */
  readonly known: Known;
  /** The variable the clause must bind. */
  readonly to: string;
  /** The relationship variable: a connection's clause binds it, and fields of its edges read it. */
  readonly edge: string;
  /** Set when only the number of rows is needed, not a page of them. */
  readonly counting?: boolean;
  /** The statement may start at the child: its label must be written, so that an index finds it. */
  readonly anchored?: boolean;
  /** The name of the node that a variable is to be a version of, where the past is read. */
  anchor(variable: string): string;
  /** A fresh name, for a clause that needs more variables. */
  name(prefix: string): string;
  /** Makes an argument a parameter, so that its value never changes the text: `asOf.valid`. */
  param(name: string, as?: (value: never) => unknown): string;
  /** Compiles a filter argument for a variable: for clauses that filter before they group. */
  where(name: string, variable: string): Filtered;
  /** The value of an argument that must be part of the text; the argument needs `inline: true`. */
  value(name: string): unknown;
}
/** A compiled filter: conditions, and patterns, which may find a node twice (`distinct`). */
export interface Filtered {
  readonly match: readonly string[];
  readonly where: readonly string[];
  readonly distinct: boolean;
}
export type Clause = (scope: Scope) => string;
/** The parent's variable without its label: `n0` of `n0:Person`. */
export const bare = (from: Scope['from']): string => from.split(':')[0]!;

/** Further properties of a step along a relationship type, which filters may follow too. */
interface Relation {
  readonly along: Along;
  /** Several relationships of the type may join two nodes, so a node can be reached twice. */
  readonly parallel: boolean;
}

/** Further properties of the step of a root field, which has no parent. */
export interface RootQuery {
  /** The clause binds the requested id as `id`, so that each row can be put in its place. */
  readonly identified?: boolean;
  /** Conditions that hold in addition to the client's filter. */
  readonly besides?: (scope: Scope) => string[];
  /** The rows are few and expensive to find: they are found once for all parts of a connection. */
  readonly once?: boolean;
  /** The clause applies the `where` argument itself. */
  readonly filters?: boolean;
  /** How many relationships the clause reads by itself, or the equivalent of other work. */
  readonly reads?: (args: Readonly<Record<string, unknown>>, sizes: Sizes) => number;
}

/** The order in which a step returns its rows. */
interface Order {
  /** Rows are sorted by id if the client asks for no order; false if the clause has its own. */
  readonly sorted?: boolean;
  /** The clause's own order, unless the client asks for another. */
  readonly order?: (variable: string, edge: string) => SortKey[];
  /** The first key of that order is an indexed property that every row has. */
  readonly indexed?: boolean;
}

/** How many rows a step reads. */
interface Size {
  /** The most rows of a page. */
  readonly max?: number;
  /** Rows of a page when the client gives no size; undefined for a list without pages. */
  readonly first?: number;
  /** The most rows of a list without pages, given the arguments of the root field. */
  readonly rows?: (root: Readonly<Record<string, unknown>>) => number;
}

/** One step of a plan: how Cypher leads from a parent to its children, and which are read. */
export interface Step extends Order, Size {
  readonly as: 'one' | 'list' | 'connection';
  readonly to: string;
  /** Cypher that binds the child, and the edge where there is one. */
  readonly clause: Clause;
  /** The clause binds `edge`. */
  readonly edged?: boolean;
  /** Conditions in addition to the client's filter: the modality and the valid time of the edge. */
  readonly holds?: (scope: Scope) => string[];
  /** Throws an InputError for bad arguments before anything runs. */
  readonly check?: (args: Readonly<Record<string, unknown>>) => void;
  /** Set where the step follows a relationship type. */
  readonly relation?: Relation;
  /** Set where the step belongs to a root field. */
  readonly query?: RootQuery;
  /** An expression for the children, where the parent's row already holds them. */
  readonly held?: (from: string) => string;
  /** A variable of the clause that holds the moment as of which its rows are read. */
  readonly moment?: string;
  /** The children are read as of the `since` of the field that they lie in. */
  readonly before?: boolean;
}

/** Approximate bytes of a value, or `text` for a whole document, whose length is measured. */
export type Bytes = number | 'text';

/** The meaning of a GraphQL field in Cypher, kept in the field's `extensions.graph`. */
export type Planned =
  | Step
  | { readonly as: 'property'; readonly property: string; readonly bytes?: Bytes }
  | {
      readonly as: 'expression';
      readonly cypher: (variable: string, at: Moment) => string;
      readonly bytes?: Bytes;
    }
  | {
      readonly as: 'needs';
      readonly properties: readonly string[];
      readonly bytes?: Bytes;
      /** How many characters of each property are read, unless whole texts may be shown. */
      readonly excerpt?: number;
    }
  | { readonly as: 'edges' | 'node' | 'cursor' | 'pageInfo' | 'totalCount' }
  | Aggregate;

/** A value computed over all rows of a connection, not only those of a page. */
export interface Aggregate {
  readonly as: 'aggregate';
  /** Cypher that continues from every row and returns what is collected. */
  readonly over: (variable: string, at: Moment) => string;
  /** Names of arguments that are ignored for it. */
  readonly without?: readonly string[];
}

/** Names that no GraphQL response key can take. */
export const KIND = '`:kind`';
export const CURSOR = '`:cursor`';
export const ORDER = '`:order`';
/** As of when a row was read, where that is not now. */
export const AT = '`:at`';
/** By which day what was told counts, where that is asked. */
export const KNOWN = '`:known`';
export const need = (property: string) => `\`:${property}\``;
/** Such a name as it reads in JavaScript, without the backticks. */
export const key = (name: string) => name.slice(1, -1);

export const isStep = (planned: Planned | null | undefined): planned is Step =>
  planned != null && 'clause' in planned;

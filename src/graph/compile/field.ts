import type { Along, Sizes } from '../degrees.ts';
import type { SortKey } from './order.ts';

/** Names of variables in scope where a step's clause stands, and its arguments. */
export interface Scope {
  /** The parent's variable, with its label where the parent may be another kind: `n0` or `n0:Person`. */
  readonly from: string;
  /** The variable the clause must bind. */
  readonly to: string;
  /** The relationship variable: bound by the clause of a connection, in scope for fields of its edges. */
  readonly edge: string;
  /** Only the number of rows is asked for: no page to be read. */
  readonly counting?: boolean;
  /** The statement may start at the child: say its label, so that an index can find it. */
  readonly anchored?: boolean;
  /** A fresh name, for a clause that needs more variables. */
  name(prefix: string): string;
  /** An argument as a parameter, so that its value never changes the text; `asOf.valid` reaches into it. */
  param(name: string, as?: (value: never) => unknown): string;
  /** A `where` argument about a variable, for a clause that filters before it groups. */
  where(name: string, variable: string): Filtered;
  /** An argument's value, for the few things Cypher takes only as text. Needs `inline: true` on the argument. */
  value(name: string): unknown;
}
/** What a filter asks for: patterns to match besides, which may find a node twice, and conditions. */
export interface Filtered {
  readonly match: readonly string[];
  readonly where: readonly string[];
  readonly distinct: boolean;
}
export type Clause = (scope: Scope) => string;
/** The parent's variable without the label that a pattern needs. */
export const bare = (from: Scope['from']): string => from.split(':')[0]!;

/** What a step along a relationship type has besides: filters may follow it. */
interface Relation {
  readonly along: Along;
  /** Two nodes may be tied by several relationships of the type: a node can be reached twice. */
  readonly parallel: boolean;
}

/** What a root field has besides: its step has no parent. */
export interface RootQuery {
  /** Each row tells the `id` that it was asked by, which the clause binds, to be put in its place. */
  readonly identified?: boolean;
  /** What must hold whatever the client filters by. */
  readonly besides?: (scope: Scope) => string[];
  /** Its rows are few and dear to find: they are found once for all that is asked of them. */
  readonly once?: boolean;
  /** The clause applies `where` itself. */
  readonly filters?: boolean;
  /** Relationships that the clause reads by itself, or what costs as much. */
  readonly reads?: (args: Readonly<Record<string, unknown>>, sizes: Sizes) => number;
}

/** In which order the rows of a step are. */
interface Order {
  /** By id when nothing else is asked; a clause with an order of its own says false. */
  readonly sorted?: boolean;
  /** The clause's own order, unless the client asks for another. */
  readonly order?: (variable: string, edge: string) => SortKey[];
  /** The first key of that order is a property that an index keeps, and that is never missing. */
  readonly indexed?: boolean;
}

/** How many rows of a step are read. */
interface Size {
  /** The most rows of a page. */
  readonly max?: number;
  /** Rows of a page when no size is asked for; a list without pages has none. */
  readonly first?: number;
  /** The most rows of a list without pages, by the arguments of the root field. */
  readonly rows?: (root: Readonly<Record<string, unknown>>) => number;
}

/** One step of a plan: how Cypher goes from a parent to its children, and which of them it reads. */
export interface Step extends Order, Size {
  readonly as: 'one' | 'list' | 'connection';
  readonly to: string;
  /** Cypher that binds the child, and the edge where there is one. */
  readonly clause: Clause;
  /** The clause binds `edge`. */
  readonly edged?: boolean;
  /** What must hold besides the filter: the edge's modality, the dates asked for. */
  readonly holds?: (scope: Scope) => string[];
  /** Refuses arguments before anything runs. */
  readonly check?: (args: Readonly<Record<string, unknown>>) => void;
  /** Set where the step goes along a relationship type. */
  readonly relation?: Relation;
  /** Set where the step is that of a root field. */
  readonly query?: RootQuery;
  /** The children as an expression, where what hangs on the parent's row holds them already. */
  readonly held?: (from: string) => string;
}

/** About how long a value is, or `text` for the whole text of a document, whose length is measured. */
export type Bytes = number | 'text';

/** What a GraphQL field is in Cypher. Kept in the field's `extensions.graph`. */
export type Planned =
  | Step
  | { readonly as: 'property'; readonly property: string; readonly bytes?: Bytes }
  | {
      readonly as: 'expression';
      readonly cypher: (variable: string) => string;
      readonly bytes?: Bytes;
    }
  | {
      readonly as: 'needs';
      readonly properties: readonly string[];
      readonly bytes?: Bytes;
      /** Only so many characters of each are read, unless whole texts may be shown. */
      readonly excerpt?: number;
    }
  | { readonly as: 'edges' | 'node' | 'cursor' | 'pageInfo' | 'totalCount' }
  | Aggregate;

/** What a connection tells of all its rows, not of a page. */
export interface Aggregate {
  readonly as: 'aggregate';
  /** Cypher that goes on from every row, and returns what is collected. */
  readonly over: (variable: string) => string;
  /** Arguments that do not count for it. */
  readonly without?: readonly string[];
}

/** Names that no GraphQL response key can take. */
export const KIND = '`:kind`';
export const CURSOR = '`:cursor`';
export const ORDER = '`:order`';
export const need = (property: string) => `\`:${property}\``;
/** How such a name reads in JavaScript. */
export const key = (name: string) => name.slice(1, -1);

export const isStep = (planned: Planned | null | undefined): planned is Step =>
  planned != null && 'clause' in planned;

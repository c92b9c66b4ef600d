import type { Along, Sizes } from '../degrees.ts';
import type { SortKey } from './order.ts';

/** Names of variables in scope where a link's clause stands, and its arguments. */
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

/** How rows become what a link's field returns. */
export interface Link {
  readonly as: 'one' | 'list' | 'connection';
  readonly to: string;
  /** Cypher that goes from the parent to the child: the only thing that differs between links. */
  readonly clause: Clause;
  /** The children as an expression, where the parent holds them already. */
  readonly held?: (from: string) => string;
  /** Each row tells its id beside its value, so that it can be put in its place. */
  readonly identified?: boolean;
  /** The clause has no parent. */
  readonly root?: boolean;
  /** The relationships that the clause follows. */
  readonly along?: Along;
  /** The clause binds `edge`. */
  readonly edged?: boolean;
  /** The clause can reach one node twice. */
  readonly parallel?: boolean;
  /** What must hold besides the filter: the edge's modality, the dates asked for. */
  readonly holds?: (scope: Scope) => string[];
  /** What must hold besides, whatever the client filters by. */
  readonly besides?: (scope: Scope) => string[];
  /** The order of a clause that has its own, unless the client asks for another. */
  readonly order?: (variable: string, edge: string) => SortKey[];
  /** The first key of its own order is a property that an index keeps, and that is never missing. */
  readonly indexed?: boolean;
  /** Order by id when nothing else is asked; a clause with its own order says false. */
  readonly sorted?: boolean;
  /** Lists can be filtered by what it leads to. */
  readonly filterable?: boolean;
  /** Refuses arguments before anything runs. */
  readonly check?: (args: Readonly<Record<string, unknown>>) => void;
  readonly max?: number;
  /** Rows of a page when no size is asked for; a list without pages has none. */
  readonly first?: number;
  /** The most rows of a list without pages, by the arguments of the root field. */
  readonly rows?: (root: Readonly<Record<string, unknown>>) => number;
  /** Its rows are few and dear to find: they are found once for all that is asked of them. */
  readonly once?: boolean;
  /** The clause applies `where` itself. */
  readonly filters?: boolean;
  /** Relationships that the clause reads by itself, or what costs as much, for each of its parents. */
  readonly reads?: (args: Readonly<Record<string, unknown>>, sizes: Sizes) => number;
}

/** About how long a value is, or `text` for the whole text of a document, whose length is measured. */
export type Bytes = number | 'text';

/** What a GraphQL field is in Cypher. Kept in the field's `extensions.graph`. */
export type Planned =
  | Link
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

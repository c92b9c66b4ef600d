import { InputError } from '../../errors.ts';
import { CURSOR, key, ORDER, type Step } from '../compile/field.ts';
import { encodeCursor } from './cursor.ts';

export type Row = Record<string, unknown>;

export const FIRST = 20;
export const PAGE_MAX = 100;
/** Assumed rows of a list without `first`, which its clause bounds, like the nodes of a path. */
const UNPAGED = 10;

interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** @throws {InputError} when the size is not in 1..max, or the cursor is for the other end */
export function pageSize(args: Paging, step: Step): number {
  const { first, last } = args;
  if (step.as === 'one') return 1;
  const max = step.max ?? PAGE_MAX;
  const size = last ?? first ?? step.first ?? UNPAGED;
  if (last != null && args.after != null)
    throw new InputError('"last" goes with "before", and "first" with "after".');
  if (last == null && args.before != null) throw new InputError('"before" goes with "last".');
  if (size < 1 || size > max)
    throw new InputError(
      `${last == null ? 'first' : 'last'} is ${size}; it must be 1 to ${max}. Page with cursors to read more.`,
    );
  return size;
}

export interface Page {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly args: Paging;
}
const PAGE = Symbol('page');

/** Cuts off the extra row, which shows that there is more, and reverses a backward page. */
export function paginate<Connection extends Row | null>(
  connection: Connection,
  args: Paging,
  step: Step,
): Connection {
  if (!connection) return connection;
  const size = pageSize(args, step);
  for (const [name, rows] of Object.entries(connection)) {
    if (!Array.isArray(rows)) continue;
    const kept: Row[] = rows.slice(0, size);
    if (args.last != null) kept.reverse();
    const order = connection[key(ORDER)];
    if (order) for (const row of kept) row[key(ORDER)] = order;
    connection[name] = kept;
    Object.assign(connection, {
      [PAGE]: { rows: kept, more: rows.length > size, args } satisfies Page,
    });
  }
  return connection;
}

export function pageOf(connection: Row): Page {
  return connection[PAGE as never] as Page;
}

export function cursorOf(row: Row | undefined): string | null {
  return row ? encodeCursor(row[key(ORDER)] as string, row[key(CURSOR)] as unknown[]) : null;
}

import type { Writer } from '../../db/database.ts';
import { Counts } from './counts.ts';
import type { Days } from './days.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Number of statements or naming documents above which counts are kept. Reading more of them again
 * with each further document costs more than one row of counts does.
 */
export const KEPT_FROM = 8;

export interface Kept {
  readonly counts: Counts;
  /** Of a relationship; empty for an entity. */
  readonly days: Days;
}

/** Reads kept counts of entities or relationships; most are small and have none. */
export async function keptOf(
  { read }: Pick<Writer, 'read'>,
  ids: readonly string[],
): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  for (const some of rowsOf(ids))
    for (const { id, counts, days } of await read('tallies', { ids: some }))
      kept.set(id, { counts: Counts.parse(counts), days: JSON.parse(days) as Days });
  return kept;
}

/** Keeps the counts of some, and deletes those of what no longer exists. */
export async function keep(
  writer: Writer,
  kept: ReadonlyMap<string, Kept>,
  gone: readonly string[],
): Promise<void> {
  const tallies = [...kept]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { counts, days }]) => ({
      id,
      properties: { id, counts: JSON.stringify(counts), days: JSON.stringify(days) },
    }));
  for (const some of rowsOf(tallies)) await writer.write('keepTallies', { tallies: some });
  for (const some of rowsOf(gone)) await writer.write('removeTallies', { ids: some });
}

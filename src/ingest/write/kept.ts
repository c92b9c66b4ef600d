import type { Writer } from '../../db/database.ts';
import { Counts } from './counts.ts';
import type { Days } from './days.ts';
import { rowsOf } from './rows-of.ts';

/** Of what more is said than this the counts are kept, so that no hub is read again. */
export const KEPT_FROM = 32;

export interface Kept {
  readonly counts: Counts;
  /** Of a relationship; nothing of an entity. */
  readonly days: Days;
}

/** What is kept of entities or relationships; most are small, and nothing is. */
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

/** Keeps the counts of some, and forgets those of what is gone. */
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

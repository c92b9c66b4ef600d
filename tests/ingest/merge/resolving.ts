import type { Database } from '../../../src/db/database.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { told } from './told.ts';

export const PATIENCE_MS = 300_000;

/** Where each unit stands, and why. */
export const locals = async (from: Database) =>
  JSON.stringify(
    await from.run(
      'MATCH (l:Local) RETURN l.id AS id, l.entity AS entity, l.score AS score ORDER BY id',
    ),
  );
export const RIGHT = {
  relationships: { wrong: 0 },
  entities: { wrong: 0 },
  leftovers: 0,
  wrong: [],
};

export const DOCUMENTS: readonly Prepared[] = [
  told('a', '2024-01-05', { name: 'Ines Kravchuk', title: 'President', country: 'UA' }),
  told('b', '2024-02-05', { name: 'Ines Kravtchuk', title: 'President', country: 'UA' }),
  told('c', '2024-03-05', { name: 'Kravchuk', title: 'President', country: 'UA' }),
  told('d', '2024-03-06', { name: 'Kravchuk', title: 'President', country: 'UA' }),
  told('e', '2024-03-07', { name: 'Taras Kravchuk', title: 'Minister of Health', country: 'UA' }),
  told('f', '2024-03-08', { name: 'Ajit Singh', title: 'Secretary', country: 'IN' }),
  told('g', '2024-03-09', { name: 'Singh' }),
];

export async function read(
  into: Database,
  documents: readonly Prepared[],
  size = 2,
): Promise<void> {
  for (let at = 0; at < documents.length; at += size) {
    await writeAll(into, documents.slice(at, at + size));
    await resolveGraph(into);
  }
}

import type { Writer } from '../../db/database.ts';
import { kindOf } from '../../model/ids.ts';
import { KEPT_FROM, type Kept, keep } from '../write/kept.ts';
import { rowsOf } from '../write/rows-of.ts';
import { type Edges, writeEdges } from '../write/write-edges.ts';
import { isLarge, writeEntities } from '../write/write-entities.ts';
import type { WrongEdge } from './check-edges.ts';
import type { WrongEntity } from './check-entities.ts';

/** Writes edges as their statements give them. */
export async function repairEdges(writer: Writer, wrong: readonly WrongEdge[]): Promise<void> {
  const edges: Edges = { created: [], changed: [], kept: new Map(), gone: [] };
  for (const { id, type, isStored, expected } of wrong) {
    if (expected === null) {
      edges.changed.push({ id, type, properties: null });
      edges.gone.push(id);
      continue;
    }
    const { kept, ...edge } = expected;
    if (isStored) edges.changed.push(edge);
    else edges.created.push(edge);
    if (kept.counts.at('statements') > KEPT_FROM) edges.kept.set(id, kept);
    else edges.gone.push(id);
  }
  await writeEdges(writer, edges);
}

/** Writes entities as their mentions and statements give them. */
export async function repairEntities(writer: Writer, wrong: readonly WrongEntity[]): Promise<void> {
  const unnamed = wrong.filter(({ expected }) => expected === null).map(({ id }) => id);
  const named = wrong.flatMap(({ id, expected }) => (expected ? [{ id, ...expected }] : []));
  const kept = new Map<string, Kept>();
  for (const { id, counts } of named) if (isLarge(counts)) kept.set(id, { counts, days: {} });
  await keep(
    writer,
    new Map(),
    wrong.map(({ id }) => id),
  );
  await writeEntities(writer, {
    merged: named.map(({ id, properties }) => ({ id, kind: kindOf(id), properties })),
    removed: [],
    kept,
  });
  for (const ids of rowsOf(unnamed)) await writer.write('removeEntities', { ids });
}

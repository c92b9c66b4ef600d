import type { Writer } from '../../db/database.ts';
import { grouped } from '../../grouped.ts';
import { kindOf } from '../../model/ids.ts';
import { checkEdges } from '../reconcile/check-edges.ts';
import { checkEntities } from '../reconcile/check-entities.ts';
import { repairEdges, repairEntities } from '../reconcile/repair.ts';
import { ownSpellings } from '../resolve/spellings.ts';
import { rowsOf } from '../write/rows-of.ts';
import { joinedNaming, type Naming, partsOf } from './mentions.ts';
import { edgeBetween, localOf } from './remap.ts';

/** The entity of each unit that was just resolved. */
export type Assigned = ReadonlyMap<string, string>;

/** A unit whose entity changed. */
export interface Move {
  readonly local: string;
  readonly from: string;
  readonly to: string;
}

async function moveMentions(
  writer: Writer,
  entities: readonly string[],
  assigned: Assigned,
): Promise<void> {
  const stored = [];
  for (const ids of rowsOf(entities))
    stored.push(...(await writer.read('mentionsOfEntities', { ids })));
  const mentions = [];
  const old = [];
  for (const [document, rows] of grouped(stored, (row) => row.document)) {
    const parts = rows.flatMap(({ entity, properties }) =>
      partsOf(entity, properties as Naming).map((part) => ({
        part,
        entity,
        to: assigned.get(part.local) ?? entity,
      })),
    );
    if (parts.every(({ entity, to }) => entity === to)) continue;
    for (const { entity } of rows) old.push({ document, entity });
    for (const [entity, some] of grouped(parts, ({ to }) => to)) {
      const properties = joinedNaming(
        entity,
        some.map(({ part }) => part),
      );
      mentions.push({ document, entity, properties: properties as never });
    }
  }
  for (const some of rowsOf(old)) await writer.write('removeMentions', { mentions: some });
  for (const some of rowsOf(mentions)) await writer.write('createMentions', { mentions: some });
}

/** Moves statements to their entities, and returns the edges that lost or gained some. */
async function moveStatements(
  writer: Writer,
  entities: readonly string[],
  assigned: Assigned,
): Promise<{ id: string; type: string }[]> {
  const touched = new Map<string, string>();
  const moved = [];
  for (const ids of rowsOf(entities))
    for (const row of await writer.read('statementsOfEntities', { ids })) {
      const subject = assigned.get(row.localSubject) ?? row.subject;
      const object = assigned.get(row.localObject ?? '') ?? row.object;
      if (subject === row.subject && object === row.object) continue;
      const edge = edgeBetween(row.type, row.title, subject, object);
      for (const id of [row.edge, edge]) if (id !== null) touched.set(id, row.type);
      moved.push({
        id: row.id,
        subject,
        object,
        edge,
        localSubject: localOf(row.localSubject, subject),
        localObject: localOf(row.localObject, object),
      });
    }
  for (const some of rowsOf(moved)) await writer.write('moveStatements', { statements: some });
  return [...touched].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, type]) => ({ id, type }));
}

/**
 * Moves the statements and namings of some entities to where they belong now, and summarises what
 * that touches, so that reading a resolved graph costs no more than any other.
 */
export async function repoint(
  writer: Writer,
  moves: readonly Move[],
  assigned: Assigned,
): Promise<void> {
  const [from, to] = (['from', 'to'] as const).map((side) => [
    ...new Set(moves.map((move) => move[side])),
  ]) as [string[], string[]];
  const touched = [...new Set([...from, ...to])].sort();
  const made = to.sort().map((id) => ({ id, kind: kindOf(id) }));
  for (const entities of rowsOf(made)) await writer.write('makeEntities', { entities });
  await moveMentions(writer, touched, assigned);
  const edges = await moveStatements(writer, touched, assigned);
  for (const some of rowsOf(edges)) await repairEdges(writer, await checkEdges(writer.read, some));
  for (const ids of rowsOf(touched))
    await repairEntities(writer, await checkEntities(writer.read, ids, ownSpellings()));
}

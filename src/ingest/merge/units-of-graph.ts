import type { Writer } from '../../db/database.ts';
import { kindOf } from '../../model/ids.ts';
import { COMPARED } from '../resolve/linkage/compare.ts';
import type { Judged, Unit } from '../resolve/linkage/unit.ts';
import { type NamedRow, unitsOf } from '../resolve/linkage/units.ts';
import { rowsOf } from '../write/rows-of.ts';
import type { Part } from './mentions.ts';

/** A unit as it was last resolved. */
export interface Held {
  readonly unit: Unit;
  readonly entity: string;
  /** Of all that is held of it; null as earlier versions held it. */
  readonly digest: string | null;
}

export const isCompared = (id: string): boolean =>
  (COMPARED as readonly string[]).includes(kindOf(id));

const text = (value: unknown) => (value == null ? null : String(value));

/** Reads the units of some entities from the namings and statements of today. */
export async function readUnits(
  { read }: Pick<Writer, 'read'>,
  entities: readonly string[],
): Promise<Unit[]> {
  const named: NamedRow[] = [];
  const offices = [];
  for (const ids of rowsOf(entities)) {
    for (const { entity, parts, ...row } of await read('namingsOfEntities', { ids })) {
      if (parts.length === 0) {
        named.push({ ...row, id: entity, name: row.name ?? '', because: row.because ?? '' });
        continue;
      }
      for (const { local, naming } of parts.map((part) => JSON.parse(part) as Part))
        named.push({
          id: local,
          name: String(naming.name),
          aliases: (naming.aliases as string[] | undefined) ?? [],
          because: String(naming.because),
          sort: text(naming.kind),
          country: text(naming.country),
          designation: text(naming.designation),
          documents: row.documents,
          first: row.first,
          last: row.last,
        });
    }
    const people = ids.filter((id) => kindOf(id) === 'Person');
    offices.push(...(await read('officesOfEntities', { ids: people })));
  }
  return unitsOf(named, offices);
}

interface HeldRow extends Omit<Held, 'unit'> {
  readonly unit: string;
}

const heldOf = ({ unit, entity, digest }: HeldRow): Held => ({
  unit: JSON.parse(unit) as Unit,
  entity,
  digest,
});

/** Resolved units that share one of the keys. */
export async function heldByKeys(
  { read }: Pick<Writer, 'read'>,
  keys: readonly string[],
): Promise<Held[]> {
  const held: Held[] = [];
  for (const some of rowsOf(keys))
    held.push(...(await read('localsOfKeys', { keys: some })).map(heldOf));
  return held;
}

/** Resolved units of some entities, or of the entities that some local entities are part of. */
export async function heldByEntities(
  { read }: Pick<Writer, 'read'>,
  ids: readonly string[],
): Promise<Held[]> {
  const held: Held[] = [];
  for (const some of rowsOf(ids))
    held.push(...(await read('localsOfEntities', { ids: some })).map(heldOf));
  return held;
}

/** Valid judgements on some units; later ones replace earlier ones. */
export async function judgementsOf(
  { read }: Pick<Writer, 'read'>,
  ids: readonly string[],
): Promise<Judged[]> {
  const judged = new Map<string, Judged & { readonly at: string }>();
  for (const some of rowsOf(ids))
    for (const { left, right, verdict, at } of await read('judgementsOf', { ids: some })) {
      const pair = [left, right].sort().join(' ');
      const before = judged.get(pair);
      if (before === undefined || before.at <= at)
        judged.set(pair, { left, right, at, verdict: verdict as Judged['verdict'] });
    }
  return [...judged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

import type { Writer } from '../../db/database.ts';
import type { Unit } from '../resolve/linkage/unit.ts';
import { heldByEntities, readUnits } from './units-of-graph.ts';

/** The unit of an id: as last resolved, else as documents show it; undefined if unknown. */
export async function unitOf(read: Writer['read'], id: string): Promise<Unit | undefined> {
  const held = await heldByEntities({ read }, [id]);
  const own = held.find(({ unit }) => unit.id === id)?.unit;
  return own ?? (await readUnits({ read }, [id])).find((unit) => unit.id === id);
}

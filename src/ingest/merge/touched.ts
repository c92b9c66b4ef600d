import type { Writer } from '../../db/database.ts';
import { type Resolution, resolve } from '../resolve/linkage/resolve.ts';
import type { Unit } from '../resolve/linkage/unit.ts';
import { Neighbourhood } from './neighbourhood.ts';

export interface Touched {
  readonly resolution: Resolution;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units all of whose keys were looked up: they are decided as in a full resolution. */
  readonly settled: ReadonlySet<string>;
  /** The previous entity of each unit that had one. */
  readonly before: ReadonlyMap<string, string>;
  /** Digests of what was held of the units. */
  readonly digests: ReadonlyMap<string, string | null>;
}

/** Units that are, or were, one with any of some others. */
function mates(of: ReadonlySet<string>, ...views: readonly ReadonlyMap<string, string>[]) {
  return views.flatMap((entityOf) => {
    const entities = new Set([...of].map((id) => entityOf.get(id)));
    return [...entityOf].flatMap(([id, entity]) => (entities.has(entity) ? [id] : []));
  });
}

/**
 * Resolves what was touched, with everything it may be or was part of. For all settled units the
 * result is that of resolving the whole graph.
 * @param fresh units as their documents show them now
 * @param gone units that no document names any more
 */
export async function resolveTouched(
  writer: Pick<Writer, 'read'>,
  fresh: readonly Unit[],
  gone: ReadonlySet<string>,
): Promise<Touched> {
  const around = new Neighbourhood(writer, fresh, gone);
  const { units, settled, before, digests } = around;
  const start = [...fresh.map(({ id }) => id), ...gone];
  await around.settle(start);
  let open = [...mates(new Set(start), before), ...around.formerlyLike(start)];
  for (;;) {
    await around.settle(open.filter((id) => !settled.has(id)));
    const judged = await around.judged();
    const resolution = resolve([...units.values()], judged, around);
    const { entityOf, related } = resolution;
    const moved = [...entityOf].flatMap(([id, entity]) => (before.get(id) === entity ? [] : [id]));
    // What an entity is made of tells whom a lone name may denote, also where the entity stays.
    const made = mates(new Set([...start, ...moved]), before, entityOf);
    const absent = await around.heldOf(
      judged.flatMap(({ left, right }) => [left, right].filter((id) => !units.has(id))),
    );
    const alike = start.flatMap((id) => related.get(id) ?? []);
    open = [...new Set([...made, ...around.loneNamesOf(made), ...alike, ...absent])].filter(
      (id) => !settled.has(id) && !gone.has(id),
    );
    if (open.length === 0) return { resolution, units, settled, before, digests };
  }
}

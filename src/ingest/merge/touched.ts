import type { Writer } from '../../db/database.ts';
import { blockKeys } from '../resolve/linkage/blocks.ts';
import { type Resolution, resolve } from '../resolve/linkage/resolve.ts';
import type { Unit } from '../resolve/linkage/unit.ts';
import { type Held, heldByEntities, heldByKeys, judgementsOf } from './units-of-graph.ts';

/** Block keys with their kind, so that two kinds share none. */
export const keysOf = (unit: Unit): string[] => blockKeys(unit).map((key) => `${unit.kind} ${key}`);

export interface Touched {
  readonly resolution: Resolution;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units all of whose keys were looked up: they are decided as in a full resolution. */
  readonly settled: ReadonlySet<string>;
  /** The previous entity of each unit that had one. */
  readonly before: ReadonlyMap<string, string>;
}

/** The units around some others; it grows until everything that may change is looked up. */
class Neighbourhood {
  readonly units = new Map<string, Unit>();
  readonly before = new Map<string, string>();
  readonly settled = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #writer: Pick<Writer, 'read'>;

  constructor(writer: Pick<Writer, 'read'>, fresh: readonly Unit[]) {
    this.#writer = writer;
    for (const unit of fresh) this.units.set(unit.id, unit);
  }

  #hold(held: readonly Held[], gone: ReadonlySet<string>): void {
    for (const { unit, entity } of held) {
      this.before.set(unit.id, entity);
      if (!this.units.has(unit.id) && !gone.has(unit.id)) this.units.set(unit.id, unit);
    }
  }

  /** Looks up all units that share a key with the given ones, and the members of their entities. */
  async settle(ids: Iterable<string>, gone: ReadonlySet<string>): Promise<void> {
    const all = [...ids];
    this.#hold(await heldByEntities(this.#writer, all), gone);
    const keys = new Set<string>();
    for (const id of all) {
      const unit = this.units.get(id);
      if (!unit) continue;
      this.settled.add(id);
      for (const key of keysOf(unit)) if (!this.#keys.has(key)) keys.add(key);
    }
    for (const key of keys) this.#keys.add(key);
    const found = await heldByKeys(this.#writer, [...keys].sort());
    this.#hold(found, gone);
    // All members of their entities are known, so that their groups are complete.
    const entities = [...new Set(found.map(({ entity }) => entity))].sort();
    this.#hold(await heldByEntities(this.#writer, entities), gone);
  }
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
  const around = new Neighbourhood(writer, fresh);
  const start = new Set([...fresh.map(({ id }) => id), ...gone]);
  await around.settle(start, gone);
  const entities = new Set([...start].map((id) => around.before.get(id)));
  let open = new Set(
    [...around.before].flatMap(([id, entity]) =>
      start.has(id) || entities.has(entity) ? [id] : [],
    ),
  );
  for (;;) {
    for (const id of around.settled) open.delete(id);
    if (open.size > 0) await around.settle(open, gone);
    const units = [...around.units.values()];
    const judged = await judgementsOf(writer, [...around.units.keys()]);
    const absent = judged.flatMap(({ left, right }) =>
      [left, right].filter((id) => !around.units.has(id)),
    );
    const resolution = resolve(units, judged);
    const next = new Set(absent.filter((id) => !gone.has(id) && !around.settled.has(id)));
    for (const [id, entity] of resolution.entityOf)
      if (!around.settled.has(id) && around.before.get(id) !== entity) next.add(id);
    for (const id of start)
      for (const other of resolution.related.get(id) ?? [])
        if (!around.settled.has(other)) next.add(other);
    const held = await heldByEntities(writer, absent);
    const reachable = new Set([...around.units.keys(), ...held.map(({ unit }) => unit.id)]);
    open = new Set([...next].filter((id) => reachable.has(id)));
    if (open.size === 0)
      return { resolution, units: around.units, settled: around.settled, before: around.before };
  }
}

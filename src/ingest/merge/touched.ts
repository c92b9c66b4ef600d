import type { Writer } from '../../db/database.ts';
import { AlikeNames } from '../resolve/linkage/alike-names.ts';
import { mayBeOnePerson, partsOf } from '../resolve/linkage/compare-person.ts';
import { heldKeys, isLoneName, soughtKeys } from '../resolve/linkage/keys.ts';
import { type Resolution, resolve } from '../resolve/linkage/resolve.ts';
import type { Unit } from '../resolve/linkage/unit.ts';
import { type Held, heldByEntities, heldByKeys, judgementsOf } from './units-of-graph.ts';

/** Keys with their kind, so that two kinds share none. */
const ofKind = ({ kind }: Unit, keys: readonly string[]) => keys.map((key) => `${kind} ${key}`);
/** The blocks of the graph in which a unit is held. */
export const blocksIn = (unit: Unit): string[] => ofKind(unit, heldKeys(unit));

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
  /** Units as they were held before this resolution, those that are gone included. */
  readonly #held = new Map<string, Unit>();
  readonly #keys = new Set<string>();
  readonly #writer: Pick<Writer, 'read'>;
  readonly #gone: ReadonlySet<string>;

  constructor(writer: Pick<Writer, 'read'>, fresh: readonly Unit[], gone: ReadonlySet<string>) {
    this.#writer = writer;
    this.#gone = gone;
    for (const unit of fresh) this.units.set(unit.id, unit);
  }

  #hold(held: readonly Held[]): void {
    for (const { unit, entity } of held) {
      this.before.set(unit.id, entity);
      this.#held.set(unit.id, unit);
      if (!this.units.has(unit.id) && !this.#gone.has(unit.id)) this.units.set(unit.id, unit);
    }
  }

  /** A unit as it is and as it was; what it was named before may have changed others, too. */
  #formsOf(id: string): Unit[] {
    return [this.units.get(id), this.#held.get(id)].filter((unit) => unit !== undefined);
  }

  /** Looks up all units on which the given ones depend, and the members of their entities. */
  async settle(ids: Iterable<string>): Promise<void> {
    const all = [...ids];
    this.#hold(await heldByEntities(this.#writer, all));
    const keys = new Set<string>();
    for (const id of all) {
      if (this.units.has(id)) this.settled.add(id);
      for (const unit of this.#formsOf(id))
        for (const key of ofKind(unit, soughtKeys(unit))) if (!this.#keys.has(key)) keys.add(key);
    }
    for (const key of keys) this.#keys.add(key);
    const found = await heldByKeys(this.#writer, [...keys].sort());
    this.#hold(found);
    // All members of their entities are known, so that their groups are complete.
    const entities = [...new Set(found.map(({ entity }) => entity))].sort();
    this.#hold(await heldByEntities(this.#writer, entities));
  }

  /** Lone names that some full names may bear, now or before. */
  loneNamesOf(ids: Iterable<string>): string[] {
    const full = [...ids]
      .flatMap((id) => this.#formsOf(id))
      .filter((unit) => unit.kind === 'Person' && !isLoneName(unit));
    const names = new AlikeNames(full);
    return [...this.units.values()]
      .filter(isLoneName)
      .filter((unit) => [...names.of(partsOf(unit))].some((one) => mayBeOnePerson(one, unit)))
      .map(({ id }) => id);
  }
}

/** What follows from one look at the units around some others. */
interface View {
  readonly units: number;
  readonly resolution: Resolution;
  /** Units that judgements name and that are not among the others. */
  readonly absent: readonly string[];
}

async function viewOf(writer: Pick<Writer, 'read'>, { units }: Neighbourhood): Promise<View> {
  const judged = await judgementsOf(writer, [...units.keys()]);
  const absent = judged.flatMap(({ left, right }) => [left, right].filter((id) => !units.has(id)));
  return { units: units.size, resolution: resolve([...units.values()], judged), absent };
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
  const start = new Set([...fresh.map(({ id }) => id), ...gone]);
  await around.settle(start);
  const entities = new Set([...start].map((id) => around.before.get(id)));
  const members = [...around.before].flatMap(([id, entity]) => (entities.has(entity) ? [id] : []));
  let open = new Set([...members, ...around.loneNamesOf(start)]);
  let view: View | null = null;
  for (;;) {
    for (const id of around.settled) open.delete(id);
    if (open.size > 0) await around.settle(open);
    if (view?.units !== around.units.size) view = await viewOf(writer, around);
    const { resolution, absent } = view;
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

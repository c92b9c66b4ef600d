import type { Writer } from '../../db/database.ts';
import { AlikeNames } from '../resolve/linkage/blocks/alike-names.ts';
import type { Around } from '../resolve/linkage/blocks/around.ts';
import { Blocks } from '../resolve/linkage/blocks/blocks.ts';
import { heldKeys, isLoneName, soughtKeys } from '../resolve/linkage/blocks/keys.ts';
import { mayBeOne } from '../resolve/linkage/compare.ts';
import { mayBeOnePerson, partsOf } from '../resolve/linkage/compare-person.ts';
import { pairOf } from '../resolve/linkage/judgements.ts';
import type { Judged, Unit } from '../resolve/linkage/unit.ts';
import { type Held, heldByEntities, heldByKeys, judgementsOf } from './units-of-graph.ts';

/** Keys with their kind, so that two kinds share none. */
const ofKind = ({ kind }: Unit, keys: readonly string[]) => keys.map((key) => `${kind} ${key}`);
/** The blocks of the graph in which a unit is held. */
export const blocksIn = (unit: Unit): string[] => ofKind(unit, heldKeys(unit));

/** Those that are not in a set yet, which are then. */
function newIn(known: Set<string>, all: Iterable<string>): string[] {
  const found = [...new Set(all)].filter((one) => !known.has(one));
  for (const one of found) known.add(one);
  return found.sort();
}

/** The units around some others; it grows until everything that may change is looked up. */
export class Neighbourhood implements Around {
  readonly units = new Map<string, Unit>();
  /** The previous entity of each unit that had one. */
  readonly before = new Map<string, string>();
  /** Units all of whose keys were looked up: they are decided as in a full resolution. */
  readonly settled = new Set<string>();
  readonly blocks = new Blocks();
  readonly scores = new Map<string, number>();
  /** Digests of all that is held of the units. */
  readonly digests = new Map<string, string | null>();
  /** Units as they were held before this resolution, those that are gone included. */
  readonly #held = new Map<string, Unit>();
  /** What was looked up. */
  readonly #keys = new Set<string>();
  readonly #entities = new Set<string>();
  readonly #asked = new Set<string>();
  /** Settled units whose lone names were found. */
  readonly #borne = new Set<string>();
  readonly #judged = new Map<string, Judged>();
  readonly #writer: Pick<Writer, 'read'>;
  readonly #gone: ReadonlySet<string>;

  constructor(writer: Pick<Writer, 'read'>, fresh: readonly Unit[], gone: ReadonlySet<string>) {
    this.#writer = writer;
    this.#gone = gone;
    for (const unit of fresh) this.#add(unit);
  }

  get focus(): ReadonlySet<string> {
    return this.settled;
  }

  #add(unit: Unit): void {
    this.units.set(unit.id, unit);
    if (!isLoneName(unit)) this.blocks.add(unit);
  }

  #hold(held: readonly Held[]): void {
    for (const { unit, entity, digest } of held) {
      this.before.set(unit.id, entity);
      this.digests.set(unit.id, digest);
      this.#held.set(unit.id, unit);
      if (!this.units.has(unit.id) && !this.#gone.has(unit.id)) this.#add(unit);
    }
  }

  /** A unit as it is and as it was; what it was named before may have changed others, too. */
  #formsOf(id: string): Unit[] {
    return [this.units.get(id), this.#held.get(id)].filter((unit) => unit !== undefined);
  }

  /** Looks up all members of the entities of some units. */
  async heldOf(ids: readonly string[]): Promise<string[]> {
    const entities = newIn(
      this.#entities,
      ids.map((id) => this.before.get(id) ?? id),
    );
    const held = await heldByEntities(this.#writer, entities);
    for (const { entity } of held) this.#entities.add(entity);
    this.#hold(held);
    return ids.filter((id) => this.units.has(id));
  }

  /** Looks up all units on which the given ones depend, and the members of their entities. */
  async settle(ids: Iterable<string>): Promise<void> {
    const all = [...ids];
    await this.heldOf(all);
    for (const id of all) if (this.units.has(id)) this.settled.add(id);
    const sought = all.flatMap((id) =>
      this.#formsOf(id).flatMap((unit) => ofKind(unit, soughtKeys(unit))),
    );
    const found = await heldByKeys(this.#writer, newIn(this.#keys, sought));
    this.#hold(found);
    // All members of their entities are known, so that their groups are complete.
    await this.heldOf(found.map(({ unit }) => unit.id));
  }

  /** Full names that some units might have been before: these may have kept them from joining others. */
  formerlyLike(ids: readonly string[]): string[] {
    return ids.flatMap((id) => {
      const held = this.#held.get(id);
      if (!held || isLoneName(held)) return [];
      const others = [...this.blocks.like(held)].filter((other) => other.id !== id);
      return others.filter((other) => mayBeOne(held, other)).map((other) => other.id);
    });
  }

  /** Lone names that some settled full names may bear, now or before, and that were not told yet. */
  loneNamesOf(ids: Iterable<string>): string[] {
    const settled = [...ids].filter((id) => this.settled.has(id) || this.#gone.has(id));
    const full = newIn(this.#borne, settled)
      .flatMap((id) => this.#formsOf(id))
      .filter((unit) => unit.kind === 'Person' && !isLoneName(unit));
    if (full.length === 0) return [];
    const names = new AlikeNames(full);
    return [...this.units.values()]
      .filter((unit) => isLoneName(unit) && !this.settled.has(unit.id))
      .filter((unit) => [...names.of(partsOf(unit))].some((one) => mayBeOnePerson(one, unit)))
      .map(({ id }) => id);
  }

  /** Valid judgements on the units. */
  async judged(): Promise<Judged[]> {
    const asked = newIn(this.#asked, this.units.keys());
    for (const one of await judgementsOf(this.#writer, asked))
      this.#judged.set(pairOf(one.left, one.right), one);
    return [...this.#judged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  }
}

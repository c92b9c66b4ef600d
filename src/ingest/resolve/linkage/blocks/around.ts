import { grouped } from '../../../../grouped.ts';
import type { Unit } from '../unit.ts';
import { Blocks } from './blocks.ts';
import { isLoneName } from './keys.ts';

/** What a resolution decides of some units, and what holds of the others. */
export interface Around {
  /** Units that are decided, with all that these may be; the others stay what they were. */
  readonly focus: ReadonlySet<string>;
  /** The entity of each unit that had one. */
  readonly before: ReadonlyMap<string, string>;
  /** The units with full names. */
  readonly blocks: Blocks;
  /** Scores of pairs that were compared, by their ids. */
  readonly scores: Map<string, number>;
}

/** Decides all units anew. */
export const everything = (units: readonly Unit[]): Around => ({
  focus: new Set(units.map(({ id }) => id)),
  before: new Map(),
  blocks: new Blocks(units.filter((unit) => !isLoneName(unit))),
  scores: new Map(),
});

/** Units that were one entity. */
export class Mates {
  readonly #before: ReadonlyMap<string, string>;
  readonly #byEntity: ReadonlyMap<string, readonly Unit[]>;

  constructor(units: Iterable<Unit>, before: ReadonlyMap<string, string>) {
    this.#before = before;
    const held = [...units].filter(({ id }) => before.has(id));
    this.#byEntity = grouped(held, ({ id }) => before.get(id)!);
  }

  /** The units that were one with another, itself included. */
  of(id: string): readonly Unit[] {
    const entity = this.#before.get(id);
    return entity === undefined ? [] : this.#byEntity.get(entity)!;
  }

  groups(): Iterable<readonly Unit[]> {
    return this.#byEntity.values();
  }
}

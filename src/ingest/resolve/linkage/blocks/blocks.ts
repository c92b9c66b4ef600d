import { addTo } from '../../../../grouped.ts';
import type { Unit } from '../unit.ts';
import { heldKeys, soughtFullKeys } from './keys.ts';

/** Units with full names by the keys under which they are held. */
export class Blocks {
  readonly #units = new Map<string, Unit[]>();

  constructor(units: Iterable<Unit> = []) {
    for (const unit of units) this.add(unit);
  }

  add(unit: Unit): void {
    // Of the kind, too: a company and a weapon may have one name.
    for (const key of heldKeys(unit)) addTo(this.#units, `${unit.kind} ${key}`, unit);
  }

  /** The units of a kind that are held under a key. */
  of(kind: Unit['kind'], key: string): readonly Unit[] {
    return this.#units.get(`${kind} ${key}`) ?? [];
  }

  /** Whom a unit with a full name may be: two are like each other or neither is like the other. */
  like(unit: Unit): Set<Unit> {
    const others = new Set(soughtFullKeys(unit).flatMap((key) => this.of(unit.kind, key)));
    others.delete(unit);
    return others;
  }
}

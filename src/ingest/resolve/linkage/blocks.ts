import { addTo } from '../../../grouped.ts';
import { fullNameKeys, heldKeys } from './keys.ts';
import type { Unit } from './unit.ts';

/** Groups units by shared key. */
export function blocksOf(
  units: readonly Unit[],
  keysOf: (unit: Unit) => readonly string[],
): Map<string, Unit[]> {
  const blocks = new Map<string, Unit[]>();
  for (const unit of units) for (const key of keysOf(unit)) addTo(blocks, key, unit);
  return blocks;
}

/** Whether two ascending lists have a number in common that is below another. */
function meetBelow(a: readonly number[], b: readonly number[], below: number): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x >= below || y >= below) return false;
    if (x === y) return true;
    if (x < y) i++;
    else j++;
  }
  return false;
}

/**
 * Yields pairs of units that share a key, each once, ordered by their ids. A pair of several blocks
 * belongs to the first: a set of the pairs seen would take more memory than all else.
 */
export function* pairsOf(units: readonly Unit[]): Generator<readonly [Unit, Unit]> {
  // Of the kind, too: a company and a weapon may have one name.
  const keysOf = (unit: Unit) =>
    (unit.kind === 'Person' ? fullNameKeys(unit) : heldKeys(unit)).map(
      (key) => `${unit.kind} ${key}`,
    );
  const blocks = [...blocksOf(units, keysOf).values()].filter(({ length }) => length > 1);
  const places = new Map<Unit, number[]>();
  for (const [at, block] of blocks.entries()) for (const unit of block) addTo(places, unit, at);
  for (const [at, block] of blocks.entries())
    for (let first = 0; first < block.length; first++) {
      const one = block[first]!;
      const own = places.get(one)!;
      for (let next = first + 1; next < block.length; next++) {
        const other = block[next]!;
        if (meetBelow(own, places.get(other)!, at)) continue;
        yield one.id < other.id ? [one, other] : [other, one];
      }
    }
}

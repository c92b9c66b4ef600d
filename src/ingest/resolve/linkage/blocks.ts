import { wordsOf } from '../../lexicon/word-list.ts';
import { organisationKeys } from './compare-organisation.ts';
import { systemKeys } from './compare-system.ts';
import { isLone, type PersonName, parseName } from './names/person-name.ts';
import { soundOf } from './names/romanise.ts';
import type { Unit } from './unit.ts';

/** The first form of each given name, so that "Bob" is looked up with "Robert". */
const FIRST_FORM: ReadonlyMap<string, string> = new Map(
  [...wordsOf('identity/given-name-forms')].flatMap((line) => {
    const names = line.split(' ');
    return names.map((name): [string, string] => [name, names[0]!]);
  }),
);
const initialOf = (given: string) => soundOf(FIRST_FORM.get(given) ?? given).slice(0, 1);

const NAMES_MAX = 3;
/** Readings of a person's names, with the surname last or first. */
const readings = ({ names }: Unit): PersonName[] =>
  names.slice(0, NAMES_MAX).flatMap((name) => {
    const parsed = parseName(name);
    return isLone(parsed) ? [parsed] : [parsed, parsed.reversed];
  });

/**
 * Keys by which the graph is queried: people with one surname, in any spelling and order, share
 * one.
 */
function surnameKeys(unit: Unit): string[] {
  return [...new Set(readings(unit).map(({ surname }) => soundOf(surname)))];
}

/** Finer keys: people whose full names may belong to one person share one. */
function personKeys(unit: Unit): string[] {
  const keys = readings(unit)
    .filter((name) => !isLone(name))
    .flatMap(({ surname, given, middle }) =>
      [given, ...middle].flatMap((word) => [
        `${soundOf(surname)} ${initialOf(word)}`,
        // "James" begins with the sound of its m, "J." with a J.
        `${soundOf(surname)} =${word.slice(0, 1)}`,
      ]),
    );
  return [...new Set(keys)];
}

/** Keys under which units of a kind are looked up. */
export function blockKeys(unit: Unit): string[] {
  if (unit.kind === 'Person') return surnameKeys(unit);
  if (unit.kind === 'Organisation') return organisationKeys(unit);
  return unit.kind === 'WeaponSystem' ? systemKeys(unit) : [];
}

/** Groups units by shared key. */
export function blocksOf(
  units: readonly Unit[],
  keysOf: (unit: Unit) => readonly string[],
): Map<string, Unit[]> {
  const blocks = new Map<string, Unit[]>();
  for (const unit of units)
    for (const key of keysOf(unit)) {
      const block = blocks.get(key);
      if (block) block.push(unit);
      else blocks.set(key, [unit]);
    }
  return blocks;
}

/** Yields pairs of units that share a key, each once, ordered by their ids. */
export function* pairsOf(units: readonly Unit[]): Generator<readonly [Unit, Unit]> {
  const seen = new Set<string>();
  // Of the kind, too: a company and a weapon may have one name.
  const keysOf = (unit: Unit) =>
    (unit.kind === 'Person' ? personKeys(unit) : blockKeys(unit)).map(
      (key) => `${unit.kind} ${key}`,
    );
  for (const block of blocksOf(units, keysOf).values())
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const [left, right] = one.id < other.id ? [one, other] : [other, one];
        const pair = `${left.id} ${right.id}`;
        if (left === right || seen.has(pair)) continue;
        seen.add(pair);
        yield [left, right];
      }
}

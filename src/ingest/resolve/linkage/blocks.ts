import { wordsOf } from '../../lexicon/word-list.ts';
import { organisationKeys } from './compare-organisation.ts';
import { systemKeys } from './compare-system.ts';
import { isLone, type PersonName, parseName, surnameFirst } from './names/person-name.ts';
import { skeleton } from './names/romanise.ts';
import type { Unit } from './unit.ts';

const soundOf = (word: string) => {
  const sound = skeleton(word.replaceAll(' ', ''));
  return sound.length > 1 ? sound : word;
};

/** The first form of each given name: "Bob" is looked up with "Robert". */
const FIRST_FORM: ReadonlyMap<string, string> = new Map(
  [...wordsOf('identity/given-name-forms')].flatMap((line) => {
    const names = line.split(' ');
    return names.map((name): [string, string] => [name, names[0]!]);
  }),
);
const initialOf = (given: string) => soundOf(FIRST_FORM.get(given) ?? given).slice(0, 1);

const NAMES_MAX = 3;
/** A person's names as they may be read, the surname last or first. */
const readings = ({ names }: Unit): PersonName[] =>
  names.slice(0, NAMES_MAX).flatMap((name) => {
    const parsed = parseName(name);
    return isLone(parsed) ? [parsed] : [parsed, surnameFirst(parsed)];
  });

/**
 * Keys of which two people of one surname in any spelling and either order share one: what the graph
 * is asked by.
 */
function surnameKeys(unit: Unit): string[] {
  return [...new Set(readings(unit).map(({ surname }) => soundOf(surname)))];
}

/** Finer keys, of which two people share one whose full names may be one person's. */
function personKeys(unit: Unit): string[] {
  const keys = readings(unit)
    .filter((name) => !isLone(name))
    .flatMap(({ surname, given, middle }) =>
      [given, ...middle].map((word) => `${soundOf(surname)} ${initialOf(word)}`),
    );
  return [...new Set(keys)];
}

/** What a unit is looked up by among all of its kind. */
export function blockKeys(unit: Unit): string[] {
  if (unit.kind === 'Person') return surnameKeys(unit);
  if (unit.kind === 'Organisation') return organisationKeys(unit);
  return unit.kind === 'WeaponSystem' ? systemKeys(unit) : [];
}

/** Units that share a key, by the key. */
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

/** Pairs of units worth comparing, each once, in order of their ids. */
export function* pairsOf(units: readonly Unit[]): Generator<readonly [Unit, Unit]> {
  const seen = new Set<string>();
  const keysOf = (unit: Unit) => (unit.kind === 'Person' ? personKeys(unit) : blockKeys(unit));
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

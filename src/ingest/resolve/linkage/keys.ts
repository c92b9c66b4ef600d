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

/** Whether a name is ambiguous: a surname, or a frequent full name without an office. */
export const isLoneName = ({ kind, names, local, offices }: Unit): boolean =>
  kind === 'Person' &&
  ((local && offices.length === 0) || names.every((name) => isLone(parseName(name))));

/** Broad keys: people who have a word as surname or given name, in any spelling, share one. */
const nameKeys = (unit: Unit): string[] => [
  ...new Set(readings(unit).map(({ surname }) => soundOf(surname))),
];

const keysOfName = ({ surname, given, middle }: PersonName): string[] =>
  [given, ...middle].flatMap((word) => [
    `${soundOf(surname)} ${initialOf(word)}`,
    // "James" begins with the sound of its m, "J." with a J.
    `${soundOf(surname)} =${word.slice(0, 1)}`,
  ]);

/** The keys of full names by the order of their words. */
interface OrderedKeys {
  readonly written: readonly string[];
  readonly reversed: readonly string[];
  /** Keys in reverse of names that another name may be like in reverse alone: "Kim Jong Un". */
  readonly onlyReversed: readonly string[];
}

function orderedKeys({ names }: Unit): OrderedKeys {
  const full = names
    .slice(0, NAMES_MAX)
    .map(parseName)
    .filter((name) => !isLone(name));
  const manyWords = full.filter(({ middle, foreign }) => middle.length > 0 || foreign);
  return {
    written: full.flatMap(keysOfName),
    reversed: full.flatMap(({ reversed }) => keysOfName(reversed)),
    onlyReversed: manyWords.flatMap(({ reversed }) => keysOfName(reversed)),
  };
}

/** Narrow keys: people whose full names may belong to one person share one. */
export function fullNameKeys(unit: Unit): string[] {
  const { written, reversed } = orderedKeys(unit);
  return [...new Set([...written, ...reversed])];
}

const inReverse = (key: string) => `reversed ${key}`;
const onlyInReverse = (key: string) => `only reversed ${key}`;

/**
 * Keys under which full names are held. Two names in reverse share a key with all of one given name
 * and an initial of the surname, who are many and nearly all found as written.
 */
function heldNameKeys(unit: Unit): string[] {
  const { written, reversed, onlyReversed } = orderedKeys(unit);
  const keys = [...written, ...reversed.map(inReverse), ...onlyReversed.map(onlyInReverse)];
  return [...new Set(keys)];
}

function soughtNameKeys(unit: Unit): string[] {
  const { written, reversed, onlyReversed } = orderedKeys(unit);
  const keys = [
    ...written,
    ...reversed,
    ...[...written, ...onlyReversed].map(inReverse),
    ...reversed.map(onlyInReverse),
  ];
  return [...new Set(keys)];
}

/** Keys under which all are held who may bear a lone name: those of its full name, or of its word. */
export function bearerKeys(unit: Unit): string[] {
  const keys = soughtNameKeys(unit);
  return keys.length > 0 ? keys : nameKeys(unit);
}

const ofLone = (key: string) => `lone ${key}`;

/** Keys under which a unit is held, so that others find it. */
export function heldKeys(unit: Unit): string[] {
  if (unit.kind === 'Person')
    return isLoneName(unit)
      ? bearerKeys(unit).map(ofLone)
      : [...heldNameKeys(unit), ...nameKeys(unit)];
  if (unit.kind === 'Organisation') return organisationKeys(unit);
  return unit.kind === 'WeaponSystem' ? systemKeys(unit) : [];
}

/**
 * Keys of all units on which the resolution of a unit depends. A full name needs those of full names
 * alike, and the lone names that it may bear; all who share its given name would be half of a graph.
 */
export function soughtKeys(unit: Unit): string[] {
  if (unit.kind !== 'Person') return heldKeys(unit);
  if (isLoneName(unit)) return bearerKeys(unit);
  return [...soughtNameKeys(unit), ...heldKeys(unit).map(ofLone)];
}

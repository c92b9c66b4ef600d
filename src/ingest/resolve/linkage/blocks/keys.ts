import { organisationKeys } from '../compare-organisation.ts';
import { systemKeys } from '../compare-system.ts';
import { keysHeld, keysSought } from '../names/full-name-keys.ts';
import { isLone, type PersonName, parseName } from '../names/person-name.ts';
import { soundOf } from '../names/romanise.ts';
import { isFrequentSound } from '../names/surname-share.ts';
import type { Unit } from '../unit.ts';
import { reachOf } from './reach.ts';

const NAMES_MAX = 3;
/** Readings of a person's names, with the surname last or first. */
const readings = ({ names }: Unit): PersonName[] =>
  names.slice(0, NAMES_MAX).flatMap((name) => {
    const parsed = parseName(name);
    return isLone(parsed) ? [parsed] : [parsed, parsed.reversed];
  });

const saysTooLittle = ({ kind, names, local, offices }: Unit): boolean =>
  kind === 'Person' &&
  ((local && offices.length === 0) || names.every((name) => isLone(parseName(name))));

/** What was found of each unit, which a resolution asks again and again. */
const lone = new WeakMap<Unit, boolean>();
/** Whether a name is ambiguous: a surname, or a frequent full name without an office. */
export function isLoneName(unit: Unit): boolean {
  const known = lone.get(unit) ?? saysTooLittle(unit);
  lone.set(unit, known);
  return known;
}

/** Broad keys: people who have a word as surname or given name, in any spelling, share one. */
const nameKeys = (unit: Unit): string[] => [
  ...new Set(readings(unit).map(({ surname }) => soundOf(surname))),
];

/** Keys of those who hold one office and are called by a word. */
const officeKeys = ({ offices }: Unit, sounds: readonly string[]): string[] =>
  sounds.flatMap((sound) =>
    offices.flatMap(({ title, country }) => (country ? [`${sound} @${title} ${country}`] : [])),
  );

/** The keys of full names by the order of their words. */
interface OrderedKeys {
  readonly written: readonly string[];
  readonly reversed: readonly string[];
  /** Keys in reverse of names that another name may be like in reverse alone: "Kim Jong Un". */
  readonly onlyReversed: readonly string[];
}

function orderedKeys({ names }: Unit, keysOf: (name: PersonName) => string[]): OrderedKeys {
  const full = names
    .slice(0, NAMES_MAX)
    .map(parseName)
    .filter((name) => !isLone(name));
  const manyWords = full.filter(({ middle, foreign }) => middle.length > 0 || foreign);
  return {
    written: full.flatMap(keysOf),
    reversed: full.flatMap(({ reversed }) => keysOf(reversed)),
    onlyReversed: manyWords.flatMap(({ reversed }) => keysOf(reversed)),
  };
}

const inReverse = (key: string) => `reversed ${key}`;
const onlyInReverse = (key: string) => `only reversed ${key}`;

/**
 * Keys under which full names are held. Two names in reverse share a key with all of one given name
 * and an initial of the surname, who are many and nearly all found as written.
 */
function heldNameKeys(unit: Unit): string[] {
  const { written, reversed, onlyReversed } = orderedKeys(unit, keysHeld);
  const keys = [...written, ...reversed.map(inReverse), ...onlyReversed.map(onlyInReverse)];
  return [...new Set(keys)];
}

function soughtNameKeys(unit: Unit): string[] {
  const { written, reversed, onlyReversed } = orderedKeys(unit, keysSought);
  const keys = [
    ...written,
    ...reversed,
    ...[...written, ...onlyReversed].map(inReverse),
    ...reversed.map(onlyInReverse),
  ];
  return [...new Set(keys)];
}

/**
 * Keys under which all are held who may bear a lone name: those of its full name, or of its word; with
 * the offices where nothing else can tell who is meant, and none where nothing can.
 */
export function bearerKeys(unit: Unit): string[] {
  const keys = soughtNameKeys(unit);
  if (keys.length > 0) return keys;
  const reach = reachOf(unit);
  if (reach === 'surname') return nameKeys(unit);
  return reach === 'office' ? officeKeys(unit, nameKeys(unit)) : [];
}

/** Keys under which lone names find a full name. */
function keysAsBearer(unit: Unit): string[] {
  const sounds = nameKeys(unit);
  return [...sounds, ...officeKeys(unit, sounds.filter(isFrequentSound))];
}

const ofLone = (key: string) => `lone ${key}`;

/** Keys under which a unit is held, so that others find it. */
export function heldKeys(unit: Unit): string[] {
  if (unit.kind === 'Person')
    return isLoneName(unit)
      ? bearerKeys(unit).map(ofLone)
      : [...heldNameKeys(unit), ...keysAsBearer(unit)];
  if (unit.kind === 'Organisation') return organisationKeys(unit);
  return unit.kind === 'WeaponSystem' ? systemKeys(unit) : [];
}

/** Keys under which full names are held for others alike. */
export const heldFullKeys = (unit: Unit): string[] =>
  unit.kind === 'Person' ? heldNameKeys(unit) : heldKeys(unit);

/** Keys of all full names alike: two seek each other or neither the other. */
export const soughtFullKeys = (unit: Unit): string[] =>
  unit.kind === 'Person' ? soughtNameKeys(unit) : heldKeys(unit);

/**
 * Keys of all units on which the resolution of a unit depends. A full name needs those of full names
 * alike, and the lone names that it may bear; all who share its given name would be half of a graph.
 */
export function soughtKeys(unit: Unit): string[] {
  if (unit.kind !== 'Person') return heldKeys(unit);
  if (isLoneName(unit)) return bearerKeys(unit);
  return [...soughtNameKeys(unit), ...heldKeys(unit).map(ofLone)];
}

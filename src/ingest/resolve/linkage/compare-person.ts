import { reasonOf, scoreOf } from './features.ts';
import {
  areAlike,
  areForms,
  givenLevel,
  ordersOf,
  surnameLevel,
  wholeGiven,
} from './names/alike.ts';
import { shareOf } from './names/frequencies.ts';
import { fatherIn, type PersonName, parseName, type WrittenName } from './names/person-name.ts';
import { soundsAlike } from './names/romanise.ts';
import { surnameShare } from './names/surname-share.ts';
import { areDecadesApart, compareOffices, shareOffice } from './offices.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

const reason = reasonOf.bind(null, 'Person');

/** The share of two transliterations is that of the more frequent one. */
const shareOfBoth = (a: string, b: string) => Math.max(surnameShare(a), surnameShare(b));

function compareSurname(a: PersonName, b: PersonName, foreign: boolean): Reason {
  const [left, right] = [a.surname, b.surname];
  const seen = { left, right, share: shareOfBoth(left, right) };
  return reason('surname', surnameLevel(a, b, foreign), seen);
}

/** The share of a given name; one of several syllables is chosen as a whole and thus rare. */
function givenShare(name: PersonName): number {
  const single = shareOf('given', name.given);
  return name.given.length > 6 && /^[a-z]+$/.test(name.given) ? Math.min(single, 0.003) : single;
}

function compareGiven(a: PersonName, b: PersonName): Reason[] {
  const level = givenLevel(a, b);
  if (level === 'missing') return [reason('given', level, { left: a.text, right: b.text })];
  const share = Math.max(givenShare(a), givenShare(b));
  if (level === 'whole')
    return [reason('given', 'same', { left: wholeGiven(a), right: wholeGiven(b), share })];
  if (level === 'second') {
    const [second, first] = a.middle.includes(b.given) ? [b, a] : [a, b];
    const seen = { left: second.given, right: first.text };
    return [reason('given', level, { ...seen, share: shareOf('given', second.given) })];
  }
  return [reason('given', level, { left: a.given, right: b.given, share }), ...compareMiddle(a, b)];
}

/** Whether two middle names may be one: in full, by initial, or transliterated differently. */
function mayBeOne(a: string, b: string): boolean {
  if (a === b || (Math.min(a.length, b.length) === 1 && a[0] === b[0])) return true;
  const [one, other] = [fatherIn(a), fatherIn(b)];
  // "Volodymyrovych" and "Vladimirovich" are sons of one man.
  if (one && other) return areForms(one, other) || soundsAlike(one, other);
  return soundsAlike(a, b);
}

function compareMiddle(a: PersonName, b: PersonName): Reason[] {
  if (a.middle.length === 0 && b.middle.length === 0) return [];
  const seen = { left: a.middle.join(' ') || null, right: b.middle.join(' ') || null };
  if (a.middle.length === 0 || b.middle.length === 0) return [reason('middle', 'missing', seen)];
  const both = Math.min(a.middle.length, b.middle.length);
  for (let at = 0; at < both; at++)
    if (!mayBeOne(a.middle[at]!, b.middle[at]!)) return [reason('middle', 'different', seen)];
  return [reason('middle', 'same', seen)];
}

function compareSuffix(a: PersonName, b: PersonName): Reason[] {
  if (a.suffix === null && b.suffix === null) return [];
  const seen = { left: a.suffix ?? b.suffix, right: b.suffix ?? a.suffix };
  if (a.suffix === b.suffix) return [reason('suffix', 'same', seen)];
  const level = a.suffix !== null && b.suffix !== null ? 'different' : 'missing';
  return [reason('suffix', level, seen)];
}

/** The reasons for two names, in the word order that fits better. */
function compareNames(left: string, right: string): Reason[] {
  const [a, b] = [parseName(left), parseName(right)];
  const foreign = a.foreign || b.foreign;
  const [asWritten, ...others] = ordersOf(a, b).map(([x, y]) => {
    const reasons = [compareSurname(x, y, foreign), ...compareGiven(x, y), ...compareSuffix(x, y)];
    return (x === a) === (y === b) ? reasons : [...reasons, reason('order', 'reversed')];
  });
  if (asWritten![0]!.weight > 0) return asWritten!;
  return others.reduce((best, next) => (scoreOf(next) > scoreOf(best) ? next : best), asWritten!);
}

/** Most spellings of a person that are compared. */
const NAMES_MAX = 4;
const spellings = ({ names }: Unit) => names.slice(0, NAMES_MAX);

/** The parts of each unit's spellings, for the many comparisons of one resolution. */
const parts = new WeakMap<Unit, readonly WrittenName[]>();
export function partsOf(unit: Unit): readonly WrittenName[] {
  const known = parts.get(unit) ?? spellings(unit).map(parseName);
  parts.set(unit, known);
  return known;
}

/** Whether any of one person's spellings is alike to one of another's. */
export function anyAlike(a: readonly WrittenName[], b: readonly WrittenName[]): boolean {
  for (const left of a) for (const right of b) if (areAlike(left, right)) return true;
  return false;
}

/**
 * Whether any spellings of two people are alike. Where none are, a comparison is spared: no office
 * makes up for two surnames or two given names.
 */
export const mayBeOnePerson = (a: Unit, b: Unit): boolean => anyAlike(partsOf(a), partsOf(b));

/** What the most similar spellings of two people say. */
export function reasonsOfNames(a: Unit, b: Unit): readonly Reason[] {
  let names: Reason[] | null = null;
  for (const left of spellings(a))
    for (const right of spellings(b)) {
      const reasons = compareNames(left, right);
      if (names === null || scoreOf(reasons) > scoreOf(names)) names = reasons;
    }
  return [reason('prior', 'any'), ...(names ?? [])];
}

/**
 * The reason against one who bears a name without the middle name of another: a senator John Kennedy
 * is not the president John F. Kennedy. Of one person documents would name an office that both hold.
 */
function withoutMiddle(names: readonly Reason[], a: Unit, b: Unit): Reason[] {
  const isMissing = names.some(
    ({ feature, left, right }) => feature === 'middle' && (left === null) !== (right === null),
  );
  if (!isMissing || a.offices.length === 0 || b.offices.length === 0) return [];
  if (shareOffice(a, b)) return [];
  const [left, right] = [a.offices[0]!.title, b.offices[0]!.title];
  return [reason('middle', areDecadesApart(a, b) ? 'decades' : 'unshared', { left, right })];
}

/** Compares two people by what their names say, by their offices and times. */
export function comparePersons(a: Unit, b: Unit, names = reasonsOfNames(a, b)): Comparison {
  const reasons = [...names, ...withoutMiddle(names, a, b), ...compareOffices(a, b)];
  return { left: a.id, right: b.id, score: scoreOf(reasons), reasons };
}

import { wordsOf } from '../../lexicon/word-list.ts';
import { reasonOf, scoreOf } from './features.ts';
import { shareOf } from './names/frequencies.ts';
import { isLone, type PersonName, parseName, surnameFirst } from './names/person-name.ts';
import { distance, isForeign, soundsAlike } from './names/romanise.ts';
import { compareOffices } from './offices.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

const reason = reasonOf.bind(null, 'Person');

/** The lines of the file that contain each given name: names of one line are forms of one. */
const forms = new Map<string, Set<number>>();
for (const [line, names] of [...wordsOf('identity/given-name-forms')].entries())
  for (const name of names.split(' ')) forms.set(name, (forms.get(name) ?? new Set()).add(line));

const areForms = (a: string, b: string) => {
  const lines = forms.get(a);
  return lines !== undefined && [...(forms.get(b) ?? [])].some((line) => lines.has(line));
};

/** Longest short form: "Bob" and "Rob", unlike "Robert". */
const SHORT_FORM = 4;
/** Shorter words that differ by one letter are two names: "Lin" and "Kim". */
const SPELLING_LENGTH = 6;

const isOneLetterOff = (a: string, b: string) =>
  Math.min(a.length, b.length) >= SPELLING_LENGTH && distance(a, b, 1) === 1;

/** Share of people with a given name that has several forms. */
const WITH_FORMS = 0.015;

/** A lone "Joe" is a given name, however rare it is as a surname. */
const surnameShare = (name: string) =>
  Math.max(shareOf('surname', name), forms.has(name) ? WITH_FORMS : 0);

/** The share of two transliterations is that of the more frequent one. */
const shareOfBoth = (a: string, b: string) => Math.max(surnameShare(a), surnameShare(b));

function compareSurname(a: string, b: string, foreign: boolean): Reason {
  const seen = { left: a, right: b, share: shareOfBoth(a, b) };
  const joined = [a, b].map((name) => name.replaceAll(' ', '')) as [string, string];
  if (joined[0] === joined[1]) return reason('surname', 'same', seen);
  if (soundsAlike(...joined, foreign)) return reason('surname', 'sound', seen);
  return reason('surname', isOneLetterOff(...joined) ? 'spelling' : 'different', seen);
}

/** The share of a given name; one of several syllables is chosen as a whole and thus rare. */
function givenShare(name: PersonName): number {
  const single = shareOf('given', name.given);
  return name.given.length > 6 && /^[a-z]+$/.test(name.given) ? Math.min(single, 0.003) : single;
}

function compareGiven(a: PersonName, b: PersonName): Reason[] {
  if (isLone(a) || isLone(b)) return [reason('given', 'missing', { left: a.text, right: b.text })];
  const seen = { left: a.given, right: b.given };
  const share = Math.max(givenShare(a), givenShare(b));
  const whole = (name: PersonName) => [name.given, ...name.middle].join('');
  // "Jong Un" and "Jong-un" are one name.
  if (whole(a) === whole(b) && a.middle.length > 0 !== b.middle.length > 0)
    return [reason('given', 'same', { left: whole(a), right: whole(b), share })];
  const short = a.given.length === 1 || b.given.length === 1;
  if (a.given === b.given)
    return [
      short ? reason('given', 'initial', seen) : reason('given', 'same', { ...seen, share }),
      ...compareMiddle(a, b),
    ];
  if (short) {
    const level = a.given[0] === b.given[0] ? 'initial' : 'different';
    return [reason('given', level, seen), ...compareMiddle(a, b)];
  }
  const foreign = isForeign(a.text + b.text);
  if (soundsAlike(whole(a), whole(b), foreign) || soundsAlike(a.given, b.given, foreign))
    return [reason('given', 'sound', { ...seen, share }), ...compareMiddle(a, b)];
  if (areForms(a.given, b.given)) {
    const level = Math.max(a.given.length, b.given.length) <= SHORT_FORM ? 'forms' : 'form';
    return [reason('given', level, { ...seen, share }), ...compareMiddle(a, b)];
  }
  const [second, first] = a.middle.includes(b.given) ? [b, a] : [a, b];
  if (first.middle.includes(second.given))
    return [
      reason('given', 'second', {
        left: second.given,
        right: first.text,
        share: shareOf('given', second.given),
      }),
    ];
  const level = isOneLetterOff(a.given, b.given) ? 'spelling' : 'different';
  return [reason('given', level, seen), ...compareMiddle(a, b)];
}

/** Whether two middle names may be one: in full, by initial, or transliterated differently. */
const mayBeOne = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) === 1 && a[0] === b[0]) || soundsAlike(a, b);

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
  const inOrder = (x: PersonName, y: PersonName) => [
    compareSurname(x.surname, y.surname, isForeign(left + right)),
    ...compareGiven(x, y),
    ...compareSuffix(x, y),
  ];
  const asWritten = inOrder(a, b);
  if (asWritten[0]!.weight > 0) return asWritten;
  const orders = [asWritten];
  const reversed = reason('order', 'reversed');
  if (!isLone(a)) orders.push([...inOrder(surnameFirst(a), b), reversed]);
  if (!isLone(b)) orders.push([...inOrder(a, surnameFirst(b)), reversed]);
  const [x, y] = [surnameFirst(a), surnameFirst(b)];
  if (!isLone(a) && !isLone(b) && (x.given === y.given || isForeign(left + right)))
    orders.push(inOrder(x, y));
  return orders.reduce((best, next) => (scoreOf(next) > scoreOf(best) ? next : best));
}

const NAMES_MAX = 4;

/** Compares two people by their most similar spellings, offices and times. */
export function comparePersons(a: Unit, b: Unit): Comparison {
  let names: Reason[] | null = null;
  for (const left of a.names.slice(0, NAMES_MAX))
    for (const right of b.names.slice(0, NAMES_MAX)) {
      const reasons = compareNames(left, right);
      if (names === null || scoreOf(reasons) > scoreOf(names)) names = reasons;
    }
  const reasons = [reason('prior', 'any'), ...(names ?? []), ...compareOffices(a, b)];
  return { left: a.id, right: b.id, score: scoreOf(reasons), reasons };
}

import { wordsOf } from '../../../lexicon/word-list.ts';
import { isLone, type PersonName, surnameFirst } from './person-name.ts';
import { soundsAlike } from './romanise.ts';

/** The lines of the file that contain each given name: names of one line are forms of one. */
const forms = new Map<string, Set<number>>();
for (const [line, names] of [...wordsOf('identity/given-name-forms')].entries())
  for (const name of names.split(' ')) forms.set(name, (forms.get(name) ?? new Set()).add(line));

export const hasForms = (name: string): boolean => forms.has(name);

const areForms = (a: string, b: string) => {
  const lines = forms.get(a);
  return lines !== undefined && [...(forms.get(b) ?? [])].some((line) => lines.has(line));
};

/** Longest short form: "Bob" and "Rob", unlike "Robert". */
const SHORT_FORM = 4;
/** Shorter words that differ by one letter are two names: "Lin" and "Kim". */
const SPELLING_LENGTH = 6;

function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SPELLING_LENGTH || long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

export type SurnameLevel = 'same' | 'sound' | 'spelling' | 'different';

/** How alike two surnames are. */
export function surnameLevel(a: string, b: string, foreign: boolean): SurnameLevel {
  const [left, right] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  if (left === right) return 'same';
  if (soundsAlike(left, right, foreign)) return 'sound';
  return isOneLetterOff(left, right) ? 'spelling' : 'different';
}

export const wholeGiven = ({ given, middle }: PersonName): string => [given, ...middle].join('');

type GivenLevel =
  | 'missing'
  | 'whole'
  | 'same'
  | 'initial'
  | 'sound'
  | 'forms'
  | 'form'
  | 'second'
  | 'spelling'
  | 'different';

/** How alike two given names are; `whole` where one is written in one word and the other in two. */
export function givenLevel(a: PersonName, b: PersonName): GivenLevel {
  if (isLone(a) || isLone(b)) return 'missing';
  const [left, right] = [wholeGiven(a), wholeGiven(b)];
  // "Jong Un" and "Jong-un" are one name.
  if (left === right && a.middle.length > 0 !== b.middle.length > 0) return 'whole';
  const short = a.given.length === 1 || b.given.length === 1;
  if (a.given === b.given) return short ? 'initial' : 'same';
  if (short) return a.given[0] === b.given[0] ? 'initial' : 'different';
  const foreign = a.foreign || b.foreign;
  if (soundsAlike(left, right, foreign) || soundsAlike(a.given, b.given, foreign)) return 'sound';
  if (areForms(a.given, b.given))
    return Math.max(a.given.length, b.given.length) <= SHORT_FORM ? 'forms' : 'form';
  if (a.middle.includes(b.given) || b.middle.includes(a.given)) return 'second';
  return isOneLetterOff(a.given, b.given) ? 'spelling' : 'different';
}

/** Both names in the orders of words that one person's may have, as written first. */
export function ordersOf(a: PersonName, b: PersonName): (readonly [PersonName, PersonName])[] {
  const orders: (readonly [PersonName, PersonName])[] = [[a, b]];
  const [x, y] = [surnameFirst(a), surnameFirst(b)];
  if (!isLone(a)) orders.push([x, b]);
  if (!isLone(b)) orders.push([a, y]);
  if (!isLone(a) && !isLone(b) && (x.given === y.given || a.foreign || b.foreign))
    orders.push([x, y]);
  return orders;
}

/** Whether surname and given name of both are alike in any order of their words. */
export function areAlike(a: PersonName, b: PersonName): boolean {
  const foreign = a.foreign || b.foreign;
  return ordersOf(a, b).some(
    ([x, y]) =>
      surnameLevel(x.surname, y.surname, foreign) !== 'different' &&
      givenLevel(x, y) !== 'different',
  );
}

import { wordsOf } from '../../../lexicon/word-list.ts';
import { isLone, type PersonName, type WrittenName } from './person-name.ts';
import { soundsAlike, spellAlike } from './romanise.ts';

/** The lines of the file that contain each given name: names of one line are forms of one. */
const forms = new Map<string, Set<number>>();
for (const [line, names] of [...wordsOf('identity/given-name-forms')].entries())
  for (const name of names.split(' ')) forms.set(name, (forms.get(name) ?? new Set()).add(line));

export const hasForms = (name: string): boolean => forms.has(name);

export const namesWithForms = (): Iterable<string> => forms.keys();

/** The groups of forms that a given name is in. */
export const formsOf = (name: string): number[] => [...(forms.get(name) ?? [])];

export const areForms = (a: string, b: string) => {
  const lines = forms.get(a);
  return lines !== undefined && [...(forms.get(b) ?? [])].some((line) => lines.has(line));
};

/** "Ivan" and "Ivana", "Mario" and "Maria": a man's name and a woman's, though they sound alike. */
const isOfAnother = (a: string, b: string) => {
  const [one, other] = b.endsWith('a') ? [a, b] : [b, a];
  if (!other.endsWith('a') || one.endsWith('a')) return false;
  // "Alexandra" leaves out a vowel of "Alexander".
  return other.slice(0, -1) === one.replace(/[oiy]$/, '').replace(/er$/, 'r');
};

const VOWELS: ReadonlyMap<string, string> = new Map([
  ['a', 'a'],
  ['e', 'ai'],
  ['i', 'i'],
  ['y', 'i'],
  ['o', 'o'],
  ['u', 'o'],
]);

/**
 * Whether the vowels of two names may be spellings of one another, as in "Ahmad" and "Ahmed" and
 * not in "Hamad" and "Hamid". Those at the beginning vary: "Olena" and "Elena".
 */
function vowelsAgree(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    (name.slice(1).match(/[aeiouy]+/g) ?? []).map((group) =>
      [...group].map((vowel) => VOWELS.get(vowel)).join(''),
    ),
  );
  if (one!.length !== other!.length) return true;
  return one!.every((group, at) => [...group].some((vowel) => other![at]!.includes(vowel)));
}

const isOneSound = (a: string, b: string, foreign: boolean) =>
  soundsAlike(a, b, foreign) && (foreign || vowelsAgree(a, b));

/** Longest short form: "Bob" and "Rob", unlike "Robert". */
const SHORT_FORM = 4;
/** Shorter words that differ by one letter are two names: "Lin" and "Kim". */
export const SPELLING_LENGTH = 6;

function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SPELLING_LENGTH || long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

export type SurnameLevel = 'same' | 'sound' | 'spelling' | 'different';

type Surname = Pick<PersonName, 'joined' | 'sound'>;

/** How alike two surnames are. */
export function surnameLevel(a: Surname, b: Surname, foreign: boolean): SurnameLevel {
  const [left, right] = [a.joined, b.joined];
  if (left === right) return 'same';
  if (a.sound === b.sound && a.sound.length > 1 && (foreign || spellAlike(left, right)))
    return 'sound';
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
  const isSecond = a.middle.includes(b.given) || b.middle.includes(a.given);
  if (short && a.given[0] === b.given[0]) return 'initial';
  // "W. James Okafor" goes by his second name.
  if (short)
    return isSecond && Math.max(a.given.length, b.given.length) > 1 ? 'second' : 'different';
  const foreign = a.foreign || b.foreign;
  if (isOfAnother(a.given, b.given)) return 'different';
  if (isOneSound(left, right, foreign) || isOneSound(a.given, b.given, foreign)) return 'sound';
  if (areForms(a.given, b.given))
    return Math.max(a.given.length, b.given.length) <= SHORT_FORM ? 'forms' : 'form';
  if (isSecond) return 'second';
  return isOneLetterOff(a.given, b.given) ? 'spelling' : 'different';
}

/** Whether two names may both have the surname first. */
const mayBothBeReversed = (a: WrittenName, b: WrittenName) =>
  !isLone(a) && !isLone(b) && (a.reversed.given === b.reversed.given || a.foreign || b.foreign);

/** Both names in the orders of words that one person's may have, as written first. */
export function ordersOf(a: WrittenName, b: WrittenName): (readonly [PersonName, PersonName])[] {
  const orders: (readonly [PersonName, PersonName])[] = [[a, b]];
  if (!isLone(a)) orders.push([a.reversed, b]);
  if (!isLone(b)) orders.push([a, b.reversed]);
  if (mayBothBeReversed(a, b)) orders.push([a.reversed, b.reversed]);
  return orders;
}

const areAlikeInOrder = (a: PersonName, b: PersonName, foreign: boolean) =>
  surnameLevel(a, b, foreign) !== 'different' && givenLevel(a, b) !== 'different';

/**
 * Whether surname and given name of both are alike in any order of their words: those of `ordersOf`,
 * without a list of them, since nearly all pairs of a resolution end here.
 */
export function areAlike(a: WrittenName, b: WrittenName): boolean {
  const foreign = a.foreign || b.foreign;
  return (
    areAlikeInOrder(a, b, foreign) ||
    (!isLone(a) && areAlikeInOrder(a.reversed, b, foreign)) ||
    (!isLone(b) && areAlikeInOrder(a, b.reversed, foreign)) ||
    (mayBothBeReversed(a, b) && areAlikeInOrder(a.reversed, b.reversed, foreign))
  );
}

import { formsOf, SPELLING_LENGTH } from './alike.ts';
import type { PersonName } from './person-name.ts';
import { soundOf } from './romanise.ts';

/** The two halves of a word, in one of which no letter differs when the words differ by one. */
function halves(word: string, letters = word.length): string[] {
  const half = Math.floor(letters / 2);
  return [`${letters}^${word.slice(0, half)}`, `${letters}$${word.slice(half - letters)}`];
}

/** What two given names share that are one in two transliterations, or forms of one. */
function sharedKeys({ given, middle }: PersonName): string[] {
  const words = [given, ...middle];
  const sounds = [...words, ...(middle.length > 0 ? [words.join('')] : [])].map(soundOf);
  return [...sounds, ...formsOf(given).map((line) => `#${line}`)];
}

const isInitial = ({ given }: PersonName): boolean => given.length === 1;
const asInitial = (letter: string) => `.${letter}`;
const beginning = (letter: string) => `${letter}…`;

const behindSurname = ({ surname }: PersonName, keys: readonly string[]): string[] =>
  keys.map((key) => `${soundOf(surname)} ${key}`);

/** Keys under which a full name is held, in one order of its words. */
export function keysHeld(name: PersonName): string[] {
  const { given } = name;
  const [letter = ''] = given;
  const spelt = given.length >= SPELLING_LENGTH ? halves(given) : [];
  const own = isInitial(name) ? asInitial(letter) : beginning(letter);
  return behindSurname(name, [...sharedKeys(name), ...spelt, own]);
}

/**
 * Keys under which all full names are held whose given name may be another's, in one order of words
 * each: two names seek each other or neither the other. Only those with an initial are sought by the
 * letter, since half of a large graph shares surname and letter with somebody.
 */
export function keysSought(name: PersonName): string[] {
  const { given } = name;
  const [letter = ''] = given;
  const lengths = [given.length - 1, given.length, given.length + 1];
  const spelt =
    given.length < SPELLING_LENGTH
      ? []
      : lengths.filter((one) => one >= SPELLING_LENGTH).flatMap((one) => halves(given, one));
  const initials = isInitial(name) ? [beginning(letter)] : [];
  return behindSurname(name, [...sharedKeys(name), ...spelt, asInitial(letter), ...initials]);
}

import { remembered } from '../../../remembered.ts';
import { COUNTRY_ROWS } from '../../lexicon/countries.ts';
import { listOf } from '../../lexicon/csv.ts';
import { nameKey } from '../../lexicon/name-key.ts';
import { wordsOf } from '../../lexicon/word-list.ts';
import { isGeneric } from '../names.ts';
import { reasonOf, scoreOf } from './features.ts';
import { NAMES_KEPT } from './names/person-name.ts';
import { distance, inLatin, isForeign, skeleton, soundsAlike } from './names/romanise.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

const reason = reasonOf.bind(null, 'Organisation');

/** Country codes by name key of the countries' names and adjectives. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  COUNTRY_ROWS.flatMap(({ iso2 = '', name = '', officialName = '', aliases, demonyms }) =>
    [name, officialName, ...listOf(aliases), ...listOf(demonyms)]
      .filter((form) => form !== '')
      .map((form): [string, string] => [nameKey(form.replace(/\?$/, '')), iso2]),
  ),
);
const FORM_WORDS = 4;
const LINKING = new Set('of the for and to in on at de la du s'.split(' '));
/** Sorts that are compared; the others, such as `agency` and `other`, are too vague to differ. */
const SORTS = new Set(['ministry', 'armed_force', 'company', 'military_unit', 'multilateral']);

interface Title {
  /** Distinctive words, without those of countries if others are left. */
  readonly words: readonly string[];
  readonly countries: readonly string[];
  readonly generic: boolean;
}

const LEGAL = wordsOf('identity/legal-forms');

/** The words of a name in one spelling, without legal forms at the end. */
function spelt(name: string): string[] {
  const words = nameKey(inLatin(name).replace(/co-(?=operati|ordinat)/gi, 'co'))
    .replace(/\bunited nations\b/g, 'un')
    .replace(/ization\b/g, 'isation')
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
    .split(' ');
  while (words.length > 1 && LEGAL.has(words.at(-1)!)) words.pop();
  return words;
}

function readTitle(name: string): Title {
  const all = spelt(name);
  const words: string[] = [];
  const countries = new Set<string>();
  for (let at = 0; at < all.length; at++) {
    let taken = 0;
    for (let length = FORM_WORDS; length > 0 && taken === 0; length--) {
      const iso2 = COUNTRIES.get(all.slice(at, at + length).join(' '));
      if (iso2 === undefined || at + length > all.length) continue;
      countries.add(iso2);
      taken = length;
    }
    if (taken > 0) at += taken - 1;
    else if (!LINKING.has(all[at]!)) words.push(all[at]!);
  }
  const generic = isGeneric(words.join(' ')) || words.some((word) => word.startsWith('minist'));
  // "American University" is no other "University".
  const telling = words.length > 1 || generic ? words : all.filter((word) => !LINKING.has(word));
  return { words: telling, countries: [...countries].sort(), generic };
}

/** The distinctive words of a name, and the countries in it. */
const titleOf = remembered(readTitle, NAMES_KEPT);

const ACRONYM_MIN = 3;
/** Acronyms with fewer letters stand for many names. */
const ACRONYM_SURE = 4;
/** "ASEAN" has one letter more than its name has words. */
const EXTRA_MAX = 1;
const isLetters = (name: string) => /^\p{Lu}[\p{Lu}\p{N}&-]{1,5}$/u.test(name);

/** Whether letters are made of the beginnings of words, in order. */
function begins(letters: string, words: readonly string[], extra: number): boolean {
  if (words.length === 0) return letters === '';
  const [word = '', ...rest] = words;
  if (letters[0] !== word[0]) return false;
  if (begins(letters.slice(1), rest, extra)) return true;
  return extra > 0 && word.slice(1).includes(letters[1] ?? '-')
    ? begins(letters.slice(2), rest, extra - 1)
    : false;
}

function isAcronym(short: string, long: string): boolean {
  if (!isLetters(short) || short.length < ACRONYM_MIN) return false;
  const letters = nameKey(short).replaceAll(' ', '');
  const all = spelt(long).filter((word) => !LINKING.has(word));
  const extra = letters.length > ACRONYM_SURE ? EXTRA_MAX : 0;
  return [all, titleOf(long).words].some(
    (words) => words.length > 1 && begins(letters, words, extra),
  );
}

const acronymLevel = (short: string) => (short.length >= ACRONYM_SURE ? 'acronym' : 'initials');

const sameWords = (a: Title, b: Title) =>
  a.words.length > 1 && [...a.words].sort().join(' ') === [...b.words].sort().join(' ');

/** Whether two words are spellings of one: "Aselsan"/"Asselsan", or of two scripts. */
const sameSound = (a: string, b: string, foreign: boolean) =>
  a === b ||
  (Math.min(a.length, b.length) >= 6 && distance(a, b, 1) <= 1) ||
  (foreign && soundsAlike(a, b, foreign));

function compareName(left: string, right: string): Reason {
  const [a, b] = [titleOf(left), titleOf(right)];
  const seen = { left, right };
  const [x, y] = [a.words.join(' '), b.words.join(' ')];
  const foreign = isForeign(left + right);
  if (x !== '' && x === y)
    return reason('name', a.words.length === 1 && isLetters(left) ? 'letters' : 'same', seen);
  if (x === '' || y === '') return reason('name', 'different', seen);
  if (sameWords(a, b)) return reason('name', 'words', seen);
  if (isAcronym(left, right)) return reason('name', acronymLevel(left), seen);
  if (isAcronym(right, left))
    return reason('name', acronymLevel(right), { left: right, right: left });
  if (
    a.words.length === b.words.length &&
    a.words.every((word, at) => sameSound(word, b.words[at]!, foreign))
  )
    return reason('name', a.generic ? 'different' : a.words.length > 2 ? 'sounds' : 'sound', seen);
  const [long, short] = a.words.length > b.words.length ? [a, b] : [b, a];
  const isPart = short.words.length > 1 && short.words.every((word) => long.words.includes(word));
  if (isPart && !short.generic) return reason('name', 'contained', seen);
  return reason('name', 'different', seen);
}

const countriesOf = ({ countries, names }: Unit) =>
  countries.length > 0 ? countries : titleOf(names[0] ?? '').countries;

function compareCountry(a: Unit, b: Unit): Reason[] {
  const [left, right] = [countriesOf(a), countriesOf(b)];
  const seen = { left: left.join(', ') || null, right: right.join(', ') || null };
  if (left.length > 0 && right.length > 0)
    return [
      reason('country', left.some((one) => right.includes(one)) ? 'same' : 'different', seen),
    ];
  const generic = [a, b].some(({ names }) => titleOf(names[0] ?? '').generic);
  return generic ? [reason('country', 'unknown', seen)] : [];
}

function compareSort(a: Unit, b: Unit): Reason[] {
  if (a.sort === null || b.sort === null || !SORTS.has(a.sort) || !SORTS.has(b.sort)) return [];
  const seen = { left: a.sort, right: b.sort };
  return [reason('sort', a.sort === b.sort ? 'same' : 'different', seen)];
}

const NAMES_MAX = 6;

/** Compares two organisations by their most similar spellings, countries and sorts. */
export function compareOrganisations(a: Unit, b: Unit): Comparison {
  const [left, right] = [a.names.slice(0, NAMES_MAX), b.names.slice(0, NAMES_MAX)];
  // Aliases may be mistakes of both documents, so one of the names must be the best-known.
  const [name] = [
    ...left.map((one) => compareName(one, right[0]!)),
    ...right.map((other) => compareName(left[0]!, other)),
  ].sort((x, y) => y.weight - x.weight);
  const reasons = [reason('prior', 'any'), name!, ...compareCountry(a, b), ...compareSort(a, b)];
  return { left: a.id, right: b.id, score: scoreOf(reasons), reasons };
}

/** The consonants of an acronym, which "ASEAN" and its words' initials share. */
function consonants(letters: string): string {
  const without = letters.replace(/[aeiou]/g, '');
  return without.length > 1 ? without : letters;
}

/** Block keys that spellings and abbreviations of one organisation share, in any word order. */
export function organisationKeys({ names }: Unit): string[] {
  const keys = names.slice(0, NAMES_MAX).flatMap((name) => {
    const { words } = titleOf(name);
    const initialsOf = (all: readonly string[]) =>
      all.length >= ACRONYM_MIN ? [consonants(all.map((word) => word[0]).join(''))] : [];
    const whole = words.join('');
    return [
      [...words].sort().slice(0, 2).join(' '),
      skeleton(whole),
      ...initialsOf(words),
      ...initialsOf(spelt(name).filter((word) => !LINKING.has(word))),
      ...(isLetters(name) ? [consonants(whole)] : []),
    ];
  });
  return [...new Set(keys.filter(Boolean))];
}

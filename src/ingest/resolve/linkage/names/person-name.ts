import { remembered } from '../../../../remembered.ts';
import { isForeign, romanised, skeleton } from './romanise.ts';

/** The parts of a person's name, in lower-case Latin letters. */
export interface PersonName {
  /** The whole name. */
  readonly text: string;
  /** Whether it has letters of a non-Latin script. */
  readonly foreign: boolean;
  readonly given: string;
  /** Further given names and initials in order. */
  readonly middle: readonly string[];
  /** Empty for a name of one word. */
  readonly surname: string;
  /** The surname without blanks, and what its transliterations share. */
  readonly joined: string;
  readonly sound: string;
  /** `jr`, `sr`, `ii` and similar; null without one. */
  readonly suffix: string | null;
}

/** A name as written, with the surname last. */
export interface WrittenName extends PersonName {
  /** The same words with the surname first, as in Chinese, Korean, Japanese and Hungarian. */
  readonly reversed: PersonName;
}

/** What follows a surname and tells two of a family apart, by the words that say it. */
const SUFFIXES: ReadonlyMap<string, string> = new Map(
  ['jr jnr junior', 'sr snr senior', 'ii 2nd', 'iii 3rd', 'iv 4th'].flatMap((line) => {
    const [suffix = '', ...others] = line.split(' ');
    return [suffix, ...others].map((word): [string, string] => [word, suffix]);
  }),
);
/** The name of the father of a Slavic name: "Ivanovich", "Ivanivna". */
const PATRONYMIC = /(?:[oeyi]v[iy]ch|[oeiy]vna)$/;
const isPatronymic = (word: string) => word.length > 6 && PATRONYMIC.test(word);
/** The father's name in a patronymic; null where a word is none. */
export const fatherIn = (word: string): string | null =>
  isPatronymic(word) ? word.replace(PATRONYMIC, '') : null;
/** Articles that only some spellings have. */
const ARTICLE = /^(?:al|el|as|ar|an|ul|ad|at)$/;
/** Particles that are seldom given names, unlike that of "Ben Wallace": "von der Leyen" is a surname. */
const OF_SURNAME = /^(?:bin|ibn|von|van|der|den|de|da|di|del|dos|du|la|le)$/;
const PARTICLE = /^(?:bin|ben|ibn|bint|von|van|der|den|de|da|di|del|dos|du|la|le|ter)$/;

/** Splits a name into words; "J.D." and "JD" are two initials. */
function wordsOf(name: string): string[] {
  const spaced = name
    .replace(/\b(\p{Lu})\.(?=\p{Lu})/gu, '$1. ')
    .replace(/^(\p{Lu})(\p{Lu}) (?=\p{Lu}\p{Ll})/u, '$1 $2 ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '\u0001');
  return spaced
    .split(/[\s,]+/)
    .flatMap((word) => {
      const parts = word.split('\u0001');
      // "al-Sisi" has an article; "Suk-yeol" is one name of two syllables.
      const first = romanised(parts[0]!);
      return parts.length > 1 && ARTICLE.test(first) ? parts.slice(1).join('') : parts.join('');
    })
    .flatMap((word) => romanised(word).split(' '))
    .filter((word) => word !== '' && !ARTICLE.test(word));
}

/** A surname in the forms in which it is compared, very many times in one resolution. */
function spelt(surname: string): Pick<PersonName, 'surname' | 'joined' | 'sound'> {
  const joined = surname.replaceAll(' ', '');
  return { surname, joined, sound: skeleton(joined) };
}

/**
 * The given names behind a surname. They are the syllables of one name, "Shin Won Sik", unless the
 * last is a patronymic: "Shevchuk Ivan Petrovych".
 */
function givenLast(words: readonly string[]): Pick<PersonName, 'given' | 'middle'> {
  const [given = '', ...middle] = words;
  return isPatronymic(words.at(-1)!) && middle.length > 0
    ? { given, middle }
    : { given: words.join(''), middle: [] };
}

function parse(name: string): WrittenName {
  const foreign = isForeign(name);
  const all = wordsOf(name);
  // Behind two words alone: "Junior" may be a surname.
  const isSuffix = (word: string, at: number) => at > 1 && SUFFIXES.has(word);
  const suffix = SUFFIXES.get(all.find(isSuffix) ?? '') ?? null;
  const words = all.filter((word, at) => !isSuffix(word, at));
  let from = words.slice(0, -1).every((word) => OF_SURNAME.test(word)) ? 0 : words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
  const given = from > 0 ? words[0]! : '';
  const middle = words.slice(1, Math.max(1, from));
  const surname = words.slice(Math.max(0, from)).join(' ');
  const whole = { text: name, foreign, suffix };
  return {
    ...whole,
    ...{ given, middle, ...spelt(surname) },
    reversed: { ...whole, ...givenLast([...middle, surname]), ...spelt(given) },
  };
}

/** Most names whose parts are cached. */
export const NAMES_KEPT = 50_000;
/** The parts of a name. */
export const parseName = remembered(parse, NAMES_KEPT);

/** Whether a name is a single word. */
export const isLone = ({ given }: PersonName): boolean => given === '';

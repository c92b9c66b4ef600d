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

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
/** Articles that only some spellings have. */
const ARTICLE = /^(?:al|el|as|ar|an|ul|ad|at)$/;
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

function parse(name: string): WrittenName {
  const foreign = isForeign(name);
  const all = wordsOf(name);
  const suffix = all.find((word, at) => at > 0 && SUFFIX.test(word)) ?? null;
  const words = all.filter((word, at) => at === 0 || !SUFFIX.test(word));
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
  const given = from > 0 ? words[0]! : '';
  const middle = words.slice(1, Math.max(1, from));
  const surname = words.slice(Math.max(0, from)).join(' ');
  const whole = { text: name, foreign, suffix };
  return {
    ...whole,
    ...{ given, middle, ...spelt(surname) },
    reversed: { ...whole, given: [...middle, surname].join(''), middle: [], ...spelt(given) },
  };
}

/** Most names whose parts are cached. */
export const NAMES_KEPT = 50_000;
/** The parts of a name. */
export const parseName = remembered(parse, NAMES_KEPT);

/** Whether a name is a single word. */
export const isLone = ({ given }: PersonName): boolean => given === '';

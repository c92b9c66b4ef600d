import { remembered } from '../../../../remembered.ts';
import { isForeign, romanised } from './romanise.ts';

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
  /** `jr`, `sr`, `ii` and similar; null without one. */
  readonly suffix: string | null;
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

function parse(name: string): PersonName {
  const foreign = isForeign(name);
  const all = wordsOf(name);
  const suffix = all.find((word, at) => at > 0 && SUFFIX.test(word)) ?? null;
  const words = all.filter((word, at) => at === 0 || !SUFFIX.test(word));
  if (words.length < 2)
    return { text: name, foreign, given: '', middle: [], surname: words[0] ?? '', suffix };
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
  const surname = words.slice(from).join(' ');
  return { text: name, foreign, given: words[0]!, middle: words.slice(1, from), surname, suffix };
}

const reversed = new WeakMap<PersonName, PersonName>();
/** The same words with the surname first, as in Chinese, Korean, Japanese and Hungarian. */
export function surnameFirst(name: PersonName): PersonName {
  const { given, middle, surname } = name;
  const known = reversed.get(name) ?? {
    ...name,
    given: [...middle, surname].join(''),
    middle: [],
    surname: given,
  };
  reversed.set(name, known);
  return known;
}

/** Most names whose parts are cached. */
export const NAMES_KEPT = 50_000;
/** The parts of a name as written, with the surname last. */
export const parseName = remembered(parse, NAMES_KEPT);

/** Whether a name is a single word. */
export const isLone = ({ given }: PersonName): boolean => given === '';

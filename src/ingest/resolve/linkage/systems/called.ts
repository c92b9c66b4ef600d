import { remembered } from '../../../../remembered.ts';
import { nameKey } from '../../../lexicon/name-key.ts';
import { ownSpellings } from '../../spellings.ts';
import { NAMES_KEPT } from '../names/person-name.ts';
import { inLatin } from '../names/romanise.ts';
import { isShortFor, type Parted } from './acronym.ts';
import { sortOf, tellingWords } from './descriptions.ts';
import { type Designation, designationIn } from './designation.ts';

/** Words that distinguish versions of a system. */
const VERSION =
  /^(?:\d+\w*|mk\w*|block|batch|type|tranche|mod|lot|flight|baseline|er|ng|plus|extended|improved|advanced|\w)$/;
/** A version beyond the variant of a designation: "M1A2 SEPv3" is no M1A2. */
const EDITION = /^(?:mse|sep\w*)$/;
const MARK = /^(?:mk|block|batch|tranche|increment|mod|lot|flight|baseline)$/;
export const isVersion = (word: string): boolean => VERSION.test(word) || EDITION.test(word);

/**
 * The version in the words of a name.
 * @param marked whether a designation holds the version, unless a word names it: "III" of "C-17
 *   Globemaster III" belongs to the name
 */
export const versionIn = (words: readonly string[], marked: boolean): string =>
  words
    .filter(
      (word, at) =>
        MARK.test(words[at - 1] ?? '') || EDITION.test(word) || (!marked && isVersion(word)),
    )
    .join('');

/** How a name calls a system. */
export interface Called {
  readonly designation: Designation | null;
  /** Words of the name without designation, makers and classes. */
  readonly words: readonly string[];
  /** The whole name in one word, with its designation where it stands. */
  readonly whole: string;
  /** Sort of its last noun; null if that says none. */
  readonly sort: string | null;
  /** The name as letters that may be short for words; null for one in words. */
  readonly short: Parted | null;
  /** The name as words that letters may be short for. */
  readonly long: Parted;
}

/** "New Mogami" is the successor of the Mogami. */
const NEXT = /^\s*(?:new|next|future)\b/i;
const MAKER_WORDS = 3;
let makers: ReadonlySet<string> | undefined;
function isMaker(words: string): boolean {
  makers ??= new Set(
    [...ownSpellings()]
      .filter(([id]) => id.startsWith('organisation:'))
      .flatMap(([, spellings]) => spellings.map(nameKey)),
  );
  return makers.has(nameKey(words));
}

/** Cuts a maker in front: "Dassault Rafale" is the Rafale. */
function withoutMaker(words: readonly string[]): readonly string[] {
  for (let length = Math.min(MAKER_WORDS, words.length - 1); length > 0; length--)
    if (isMaker(words.slice(0, length).join(' '))) return words.slice(length);
  return words;
}

/** "Mark 1A", "MK-1A" and "Mk1A" are one mark; "2 A6" is "2A6", and any dash is a hyphen. */
const oneSpelling = (name: string) =>
  name
    .replace(/\p{Pd}/gu, '-')
    .replace(/\bM(?:ar)?k\b\.?[-\s]?(?=[\dIVX])|\bmk(?=\d)/gi, 'Mk ')
    .replace(/\b(?:blk\b\.?|block(?=\d)|blk(?=\d))/gi, 'Block ')
    .replace(/\bmod\.?(?=\d)/gi, 'Mod ')
    .replace(/\bSEP[-\s]?v(?=\d)/gi, 'SEPv')
    .replace(/(?<=\b\d) (?=A\d\b)/g, '');

const NUMERALS = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((numeral, at) => [
    numeral,
    String(at + 1),
  ]),
);
/** "Block IIIA" is Block 3A; "via" and "ix" are too short to be read so. */
const LETTERED = /^(ii|iii|iv|vii|viii)([a-d])$/;
const inDigits = (word: string): string => {
  const [, numeral = '', letter = ''] = LETTERED.exec(word) ?? [];
  return NUMERALS.get(word) ?? (numeral ? NUMERALS.get(numeral)! + letter : word);
};
const wordsOfKey = (name: string) =>
  nameKey(name)
    .split(' ')
    .filter(Boolean)
    .map((word, at) => (at === 0 ? word : inDigits(word)));

/** Parts a name before its number: "Standard Missile-2 Block IIIA" before "2". */
function partedOf(words: readonly string[]): Parted {
  const at = words.findIndex((word) => /\d/.test(word) || MARK.test(word));
  const end = at < 0 ? words.length : at;
  return { words: words.slice(0, end), number: words.slice(end).join('') };
}

const longOf = (name: string) => partedOf(wordsOfKey(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')));

/** The letters that a name consists of, beside nouns and a number. */
function shortOf(name: string, words: readonly string[], mark: Designation | null): Parted | null {
  const { words: core, number } = partedOf(words);
  if (core.length === 0 && mark !== null) {
    const [letters = '', digits = ''] = mark.stem.split(' ');
    return { words: [letters], number: digits + mark.variant + number };
  }
  const [word = '', ...more] = core;
  if (more.length > 0 || word.length < 3) return null;
  const written = name.match(/\b\p{Lu}\p{Ll}?\p{Lu}+\b/gu) ?? [];
  return written.some((letters) => letters.toLowerCase() === word)
    ? { words: [word], number }
    : null;
}

/** Cuts letters in brackets that are short for the words before them, and the words of letters. */
function withoutExplanation(name: string): string {
  const [, before = '', inside = '', after = ''] = /^([^(]+?)\s*\(([^)]+)\)(.*)$/.exec(name) ?? [];
  if (inside === '') return name;
  const [one, other] = [before, inside].map((part) => ({
    short: shortOf(part, wordsOfKey(part), null),
    long: longOf(part),
  }));
  const explained =
    (one!.short && isShortFor(one!.short, other!.long)) ||
    (other!.short && isShortFor(other!.short, one!.long));
  return explained ? before + after : name;
}

/** A letter behind a nickname is the variant: "JAS 39 Gripen E" is the JAS 39E. */
const LETTER = /^[a-hj-uw-z]$/;

function read(written: string): Called {
  const name = withoutExplanation(oneSpelling(inLatin(written)));
  const designation = designationIn(name, isMaker);
  const rest = designation ? name.replace(designation.text, ' ') : name;
  const key = wordsOfKey(rest).join(' ');
  const words = [...withoutMaker(tellingWords(key, designation !== null))];
  if (NEXT.test(rest)) words.push('new');
  const named = {
    whole:
      tellingWords(wordsOfKey(name).join(' '), false).join('') + (NEXT.test(rest) ? ' new' : ''),
    sort: sortOf(key),
    short: shortOf(name, words, designation),
    long: longOf(rest),
  };
  if (designation?.variant === '' && words.length > 1 && LETTER.test(words.at(-1)!)) {
    const variant = words.pop()!;
    return { ...named, designation: { ...designation, variant }, words };
  }
  return { ...named, designation, words };
}

/** How a name calls a system. */
export const calledOf = remembered(read, NAMES_KEPT);

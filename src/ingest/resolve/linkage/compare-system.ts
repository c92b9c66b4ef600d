import { nameKey } from '../../lexicon/name-key.ts';
import { wordsOf } from '../../lexicon/word-list.ts';
import { ownSpellings } from '../spellings.ts';
import { reasonOf, scoreOf } from './features.ts';
import {
  distance,
  inLatin,
  isForeign,
  romanised,
  skeleton,
  soundsAlike,
} from './names/romanise.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

const reason = reasonOf.bind(null, 'WeaponSystem');

/** A parsed designation: "AH-64E" is `ah 64` with the variant `e`. */
interface Designation {
  readonly text: string;
  readonly stem: string;
  readonly variant: string;
}

/** Letters, a number, and the variant: letters, a block, "/A", further numbers. */
const DESIGNATION =
  /\b(\p{L}{1,6}(?:\/\p{L})?)[-\s]?(\d{1,4})((?:[-/]?\p{Lu}{1,4}\d{0,2}|-\d{1,3})*)(?![\p{L}\p{N}])/u;
/** Words before a number that are no letters of a designation. */
const WORD = /^(?:mk|mark|block|type|batch|version|no)$/i;

function designationIn(text: string): Designation | null {
  const match = DESIGNATION.exec(text);
  if (match === null) return null;
  const [whole, letters = '', number = '', variant = ''] = match;
  if (!/^\p{Lu}/u.test(letters) || (letters.length > 3 && !/^\p{Lu}+$/u.test(letters))) return null;
  if (WORD.test(letters)) return null;
  return {
    text: whole,
    stem: `${letters} ${number}`.toLowerCase(),
    variant: variant.toLowerCase().replace(/^[-/]/, ''),
  };
}

const NOUNS = wordsOf('identity/system-nouns');
const isNoun = (word: string) => NOUNS.has(word) || NOUNS.has(word.replace(/s$/, ''));
/** Words that distinguish versions of a system. */
const VERSION =
  /^(?:\d+\w*|mk\w*|block|batch|type|tranche|er|ng|plus|extended|improved|advanced|\w)$/;

interface Called {
  readonly designation: Designation | null;
  /** Words of the name without designation, makers and classes. */
  readonly words: readonly string[];
}

/** "New Mogami" is the successor of the Mogami. */
const NEXT = /^\s*(?:new|next|future)\b/i;
const MAKER_WORDS = 3;
let makers: ReadonlySet<string> | undefined;

/** Cuts a maker in front: "Dassault Rafale" is the Rafale. */
function withoutMaker(words: readonly string[]): readonly string[] {
  makers ??= new Set(
    [...ownSpellings()]
      .filter(([id]) => id.startsWith('organisation:'))
      .flatMap(([, spellings]) => spellings.map(nameKey)),
  );
  for (let length = Math.min(MAKER_WORDS, words.length - 1); length > 0; length--)
    if (makers.has(words.slice(0, length).join(' '))) return words.slice(length);
  return words;
}

/** "Mark 1A", "MK-1A" and "Mk1A" are one mark; "2 A6" is "2A6". */
const oneSpelling = (name: string) =>
  name
    .replace(/\bM(?:ar)?k\b\.?[-\s]?(?=[\dIVX])|\bmk(?=\d)/gi, 'Mk ')
    .replace(/\bblk\b\.?/gi, 'Block')
    .replace(/(?<=\b\d) (?=A\d\b)/g, '');

const NUMERALS = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((numeral, at) => [
    numeral,
    String(at + 1),
  ]),
);

function calledOf(written: string, given: string | null): Called {
  const name = oneSpelling(inLatin(written));
  const designation = designationIn(name) ?? (given ? designationIn(given) : null);
  const rest = designation ? name.replace(designation.text, ' ') : name;
  const words = nameKey(rest)
    .split(' ')
    .filter((word) => word !== '' && !isNoun(word))
    .map((word, at) => (at === 0 ? word : (NUMERALS.get(word) ?? word)));
  if (NEXT.test(rest)) words.push('new');
  return { designation, words: withoutMaker(words) };
}

/** A version beyond the variant of a designation: "M1A2 SEPv3" is no M1A2. */
const EDITION = /^(?:mse|sep\w*)$/;
const isVersion = (word: string) => VERSION.test(word) || EDITION.test(word);
const MARK = /^(?:mk|block|batch|tranche|increment)$/;

/**
 * The version in the words of a name.
 * @param marked whether a designation holds the version, unless a word names it: "III" of "C-17
 *   Globemaster III" belongs to the name
 */
const versionIn = (words: readonly string[], marked: boolean) =>
  words
    .filter(
      (word, at) =>
        MARK.test(words[at - 1] ?? '') || EDITION.test(word) || (!marked && isVersion(word)),
    )
    .join('');
const wholeOf = (words: readonly string[]) => words.join('');

function compareDesignation(a: Designation | null, b: Designation | null): Reason[] {
  if (a === null && b === null) return [];
  const seen = { left: a?.text ?? null, right: b?.text ?? null };
  if (a === null || b === null) return [reason('designation', 'missing', seen)];
  if (a.stem !== b.stem) return [reason('designation', 'different', seen)];
  return [reason('designation', a.variant === b.variant ? 'same' : 'variant', seen)];
}

/** Whether two names are transliterations, or differ by one letter. */
function sameSound(a: readonly string[], b: readonly string[], foreign: boolean): boolean {
  const [x, y] = [wholeOf(a), wholeOf(b)];
  if (x.replace(/\D/g, '') !== y.replace(/\D/g, '')) return false;
  if (foreign) return soundsAlike(x, y, foreign);
  return Math.min(x.length, y.length) >= 6 && skeleton(x) === skeleton(y) && distance(x, y, 1) <= 1;
}

function compareWords(a: Called, b: Called, seen: { left: string; right: string }): Reason {
  const [x, y] = [a.words, b.words];
  const marked = a.designation !== null || b.designation !== null;
  const [one, other] = [versionIn(x, marked), versionIn(y, marked)];
  const both = one !== '' && other !== '';
  if (one !== other && (both || marked)) return reason('name', 'version', seen);
  if (x.length === 0 || y.length === 0) return reason('name', 'missing', seen);
  if (wholeOf(x) === wholeOf(y)) return reason('name', 'same', seen);
  if (sameSound(x, y, isForeign(seen.left + seen.right))) return reason('name', 'sound', seen);
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  const more = long.filter((word) => !short.includes(word));
  const isPart = short.every((word) => long.includes(word));
  return reason('name', isPart && !more.some(isVersion) ? 'contained' : 'different', seen);
}

const OF_VERSIONS = reason('name', 'version').weight;
const isOfVersions = ({ weight }: Reason) => weight === OF_VERSIONS;

function compareCalled(left: string, right: string, a: Unit, b: Unit): Reason[] {
  const [x, y] = [calledOf(left, a.designation), calledOf(right, b.designation)];
  const reasons = compareDesignation(x.designation, y.designation);
  const name = compareWords(x, y, { left, right });
  if (isOfVersions(name)) return [...reasons, name];
  // "F-16 Fighting Falcon" and "F-16 Viper": the designation is enough.
  const [designation] = reasons;
  if (designation && designation.weight > 0 && name.weight < 0) return reasons;
  return [...reasons, name];
}

const NAMES_MAX = 6;

/** Compares two weapon systems by their designations and names. */
export function compareSystems(a: Unit, b: Unit): Comparison {
  let best: Reason[] | null = null;
  let worst: Reason[] | null = null;
  for (const left of a.names.slice(0, NAMES_MAX))
    for (const right of b.names.slice(0, NAMES_MAX)) {
      const reasons = compareCalled(left, right, a, b);
      if (best === null || scoreOf(reasons) > scoreOf(best)) best = reasons;
      const apart = reasons.some(({ feature, weight }) => feature === 'designation' && weight < 0);
      if (apart) worst = reasons;
    }
  // Two designations are two systems, whatever other names they have.
  const reasons = [reason('prior', 'any'), ...(worst ?? best ?? [])];
  return { left: a.id, right: b.id, score: scoreOf(reasons), reasons };
}

/** Block keys: the stem of a designation, the words of a name. */
export function systemKeys({ names, designation }: Unit): string[] {
  const keys = names.slice(0, NAMES_MAX).flatMap((name) => {
    const called = calledOf(name, designation);
    return [
      called.designation?.stem ?? '',
      ...called.words
        .filter((word) => !isVersion(word))
        .map((word) => skeleton(romanised(word)) || word),
    ];
  });
  return [...new Set(keys.filter(Boolean))];
}

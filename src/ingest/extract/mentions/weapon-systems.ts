import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { patternOf, wordsOf } from '../../lexicon/word-list.ts';
import { ORGANISATION_HEADS, WEAPON_CLASS } from '../../lexicon/words.ts';
import type { Text } from '../../text/text.ts';
import { CURRENCY_CODE } from '../values/currencies.ts';
import type { MentionRule } from '../vocabulary.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';

const WORD = String.raw`\p{Lu}\p{L}+`;
/** "F-16", "AH/MH-60". */
const LETTERS_AND_NUMBER = String.raw`(?:[A-Z][a-z]?[A-Z]{0,3}|[A-Z]{1,2}/[A-Z]{1,3})-?\d{1,4}`;
/** Suffix of a model: "C", "Mk2", "-1A", "/B". */
const MARK = String.raw`(?:[A-Z]{1,4}\d?|[a-z]{1,3})?(?:-\d{1,3}[A-Z]?\d?)?(?:/[A-Z\d](?:[A-Z\d-]{0,4}))?`;
const OTHER_SCHEMES = String.raw`[A-Z]{2,5}-[A-Z]?\d{1,3}[A-Z]?|Mk-? ?\d{1,3}(?: Mod \d)?|Su-\d{2}[A-Z]{0,3}|MiG-\d{2}[A-Z]?`;
const NICKNAME = String.raw`((?: (?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?|I{1,3}|IV|[A-Z]-?\d))*)`;
const DESIGNATION = pattern(
  String.raw`(?<![\w/.$-])(?:${LETTERS_AND_NUMBER}${MARK}|${OTHER_SCHEMES})(?![\w-])${NICKNAME}`,
);
const SHIP = pattern(
  String.raw`(?<![\w-])(?:INS|HMS|USS|BRP|JS|KRI|ROKS|HMAS|HMCS|PNS|TCG|FS|ITS|BNS|SLNS|RSS|HNoMS|HSwMS) ${CAP}(?: (?:${CAP} )?[A-Z]\.?(?= [A-Z]))?(?: (?:of )?${CAP})?`,
);
/** "Kalvari-class" without a noun behind it. */
const CLASS = pattern(String.raw`(?<![\w-])(?:${WORD} )?${WORD}-class(?![\w-])`, 'gu');
/** Letters and a number that are no weapon: "FY2025", "UNSCR 1701". */
const NOT_A_SYSTEM = new RegExp(`^(?:${patternOf('weapons/designations-of-others')})`);
const MODEL = String.raw`(?:[ -](?:\d{1,4}[A-Z]?|I{1,3}|IV))?`;
const CLASSED = pattern(
  String.raw`(?<![\w-])((?:${CAP}|[A-Z]\d+)(?:[ -](?:${CAP}|\d{1,3}|I{1,3}|of))?(?: ${CAP})?${MODEL})[-\s]+(${WEAPON_CLASS})\b`,
);
/** "Flight MH17" is no helicopter. */
const FLIGHT = /\b[Ff]lights? $/;
/** Words before a class noun that are no name: "new missile", "Navy radars". */
const BESIDE = wordsOf('weapons/words-beside-systems');
/** Words behind a designation that are no nickname: "F-16 Block 70". */
const BEHIND = wordsOf('weapons/words-behind-designations');
const MAKERS = wordsOf('weapons/companies-before-systems');

const isGeneric = (word: string) => BESIDE.has(word) || ORGANISATION_HEADS.has(word.toLowerCase());

/** The nickname behind a designation, at most three words: "AGM-114R Hellfire". */
function nicknameOf(behind: string): string[] {
  const words = behind.trim().split(/\s+/).filter(Boolean);
  const end = words.findIndex(
    (word, at) => at === 3 || isGeneric(word) || COUNTRY_BY_FORM.has(word) || BEHIND.has(word),
  );
  return end < 0 ? words : words.slice(0, end);
}

function byDesignation(text: Text): Found[] {
  const { clean } = text;
  const found: Found[] = [];
  for (const { start, match } of matches(text, DESIGNATION)) {
    // "F-16s" are several F-16; the plural "s" is no part of the name.
    const head = match[0].slice(0, match[0].length - match[1].length).replace(/(?<=[\dA-Z])s$/, '');
    if (CURRENCY_CODE.test(head) || FLIGHT.test(clean.slice(Math.max(0, start - 8), start)))
      continue;
    if (NOT_A_SYSTEM.test(head) || (/^[A-Z]\d$/.test(head) && !match[1])) continue;
    let end = start + head.length;
    if (/^(?:of\s)?(?:\s*[-–]\d{2}-[A-Z])/.test(clean.slice(end, end + 8))) continue;
    for (const word of nicknameOf(match[1])) end = clean.indexOf(word, end) + word.length;
    found.push({ start, end, kind: 'WeaponSystem', rule: 'designation', key: head, weight: 7 });
  }
  return found;
}

const byPattern = (text: Text, regex: RegExp, rule: MentionRule): Found[] =>
  [...matches(text, regex)].map(({ start, match }) => ({
    start,
    end: start + match[0].length,
    kind: 'WeaponSystem',
    rule,
    weight: 6,
  }));

/** Whether a word only precedes the name: "its", "the Navy's", "Boeing". */
const leads = (word: string) =>
  BESIDE.has(word.replace(/[’']s$/, '')) ||
  COUNTRY_BY_FORM.has(word) ||
  MAKERS.has(word) ||
  /[’']s$/.test(word);

/** Class nouns that also denote other things than weapons. */
const VAGUE_CLASS = /systems?$|vehicles?$|vessels?$|ships?$|kits?$|carriers?$/;

function byClass(text: Text): Found[] {
  return [...matches(text, CLASSED)].flatMap(({ start, match }): Found[] => {
    const all = match[1].replace(/\s+/g, ' ').split(' ');
    const first = all.findIndex((word) => !leads(word));
    const words = first < 0 ? [] : all.slice(first);
    const last = words.at(-1);
    if (last === undefined || isGeneric(last) || COUNTRY_BY_FORM.has(words.join(' '))) return [];
    const skip = all.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0);
    return [
      {
        start: text.clean.indexOf(words[0]!, start + skip),
        end: text.clean.indexOf(last, start + skip) + last.length,
        kind: 'WeaponSystem',
        rule: 'class-noun',
        weight: VAGUE_CLASS.test(match[2]) ? 3 : 5,
      },
    ];
  });
}

/** Finds weapon systems by designation ("AGM-114R") or by class noun ("Giraffe 1X radar"). */
export const findSystems: Finder = (text) => [
  ...byDesignation(text),
  ...byPattern(text, SHIP, 'ship'),
  ...byPattern(text, CLASS, 'class'),
  ...byClass(text),
];

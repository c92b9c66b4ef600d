import { COUNTRIES, COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import {
  GEOGRAPHY_HEADS,
  GEOGRAPHY_TAILS,
  ORGANISATION_HEADS,
  REGIONS,
  SEATS_OF_POWER,
  SITES,
  US_STATES,
} from '../../lexicon/words.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import { anyForm } from '../../text/pattern.ts';
import type { Text } from '../../text/text.ts';
import type { MentionRule } from '../vocabulary.ts';
import { findDatelines } from './context/datelines.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';

const GEOGRAPHY = pattern(
  [
    String.raw`(?<![\w-])${CAP} (?:(?:${CAP}|of) ){0,2}(?:${GEOGRAPHY_TAILS})(?![\w-])`,
    String.raw`(?<![\w-])(?:${GEOGRAPHY_HEADS}) (?:of )?${CAP}(?:[- ]${CAP}){0,2}`,
    REGIONS,
  ].join('|'),
);
const WORD = String.raw`[\p{Lu}][\p{L}0-9]*(?:[-’'](?!s(?![\p{L}\d]))[\p{L}0-9]+)*`;
/** "St. Petersburg": the short word is part of the name. */
const SHORT = String.raw`(?:(?:St|Ste|Mt|Ft|Pt)\. )?`;
const NAME = `${SHORT}${WORD}(?: (?:${WORD}|al|el|u|de|del|la|do)){0,3}(?<! (?:al|el|u|de|del|la|do))`;
/** Words before a place. After those that also precede people, only a single word may be one. */
const WHERE = '(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Oo]ff|(?:north|south|east|west)ern)';
const WHITHER =
  '(?:[Tt]o|[Ff]rom|[Oo]ver|(?:based|landed|strikes?|attacks?|forces|base|troops|port) on|towards?|visit(?:ed|ing)?|reached|left)';
const IN = pattern(
  String.raw`(?<![\w-])(?:${WHERE} (?:the )?(?<name>${NAME})|${WHITHER} (?:the )?(?<word>${SHORT}${WORD})(?![\p{L}\d])(?! \p{Lu}))`,
  'gu',
);
/** A second place beside one behind a preposition: "Lumut, Perak", "Kure and Maizuru". */
const BESIDE = pattern(
  String.raw`(?<=[\p{L}])(?:,| and|, and) (${NAME})(?=[,.;:)]| and | in | on | to |$)`,
  'gu',
);
/** "At the Kremlin": the building, not its staff. */
const SEAT = pattern(
  String.raw`\b(?:[Aa]t|outside|inside|to|[Ii]n|on|departing|leaving|left|entering)(?: the)? (${SEATS_OF_POWER})(?![\w-])`,
);
const TOWN_OPENING = '(?:St\\. |Fort |New |San |Los |Las |El |North |South |East |West )?';
/** "Huntsville, Alabama", "Pune, India". */
const TOWN = pattern(
  String.raw`(?<![\w-])(${TOWN_OPENING}${CAP}(?: ${CAP})?), (${anyForm([...US_STATES, ...COUNTRIES.map(({ name }) => name)])})(?![\w-]|[’']s)`,
);
const CORPS = '(?:Joint |Naval |Army |Air |Air Force |Air National Guard |Marine Corps )?';
const BASE = pattern(
  String.raw`(?<![\w-])${CAP}(?: ${CAP}){0,2} (?:${CORPS}(?:Air )?(?:Base|Station|Cantonment)|Airport|Airfield|Cantonment|Shipyard|Barracks)(?![\w-])`,
);
/** Buildings where people meet; without a preposition their names denote organisations. */
const SITE = pattern(
  String.raw`(?<![\w-])(?:[Aa]t|[Ii]n|[Ii]nside|[Oo]utside)(?: the| its| his| her)? (${CAP}(?: ${CAP}){0,3} (?:${SITES}))(?![\w-])(?! (?:for|of|on) (?:the )?[A-Z])`,
);
const TIME = new RegExp(
  `^(?:${MONTH_NAMES.join('|')}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Fiscal|Congress|Parliament|President|Prime|Secretary|General|Admiral|Minister|Mr|Dr|Rs|USD|EUR|GBP|INR|The|This|Foreign|Defense|Defence|Phase|Article|Section|FY|Today|Yesterday)`,
);

/** "Acme Group, Angola" is no town. */
const isOrganisation = (name: string) =>
  ORGANISATION_HEADS.has(name.split(/\s+/).at(-1)!.toLowerCase());
const DAY_BEHIND = new RegExp(
  ` (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|${MONTH_NAMES.join('|')})(?![\\w]).*$`,
);
/** "Yemen’s Hodeidah Port" is Hodeidah Port. */
const WHOSE = /^.*[’']s\s+/;

/** Whether a name behind a preposition is an organisation, acronym, quarter or designation: "in Q3". */
const isNoPlace = (name: string) =>
  /^(?:\p{Lu}{2,5}s?|\p{Lu}{1,5}-?\d+\w*)$/u.test(name) || isOrganisation(name);

/** "RAAF Base Tindal": the base's own name follows. */
function baseAt(text: Text, start: number, matched: string): { from: number; name: string } {
  const name = matched.replace(WHOSE, '');
  const from = start + matched.length - name.length;
  const end = from + name.length;
  const behind = /^(?:Joint|RAAF|RAF) Base$/.test(name)
    ? /^ [A-Z][\w-]+/.exec(text.clean.slice(end, end + 40))
    : null;
  return { from, name: name + (behind?.[0] ?? '') };
}
/** "Acme Group, Angola" is no town; "Detroit Arsenal, Michigan" is a place. */
const isTown = (name: string, behind: string) => US_STATES.has(behind) || !isOrganisation(name);

/** Finds places by geographic noun, "Town, State", preposition and dateline. */
export const findPlaces: Finder = (text) => {
  const found: Found[] = [];
  const add = (start: number, name: string, rule: MentionRule, weight: number) =>
    found.push({ start, end: start + name.length, kind: 'Place', rule, weight });
  for (const { start, match } of matches(text, GEOGRAPHY)) {
    const name = match[0]
      .replace(WHOSE, '')
      .replace(
        /^(?:The|In|On|At|From|To|Of|This|That|Its|Their|And|While|Across|Over|Near)\s+/,
        '',
      );
    add(start + match[0].length - name.length, name, 'geography', 4.5);
  }
  for (const { start, match } of matches(text, IN)) {
    const whole = match.groups?.name ?? match.groups?.word ?? '';
    const name = whole.replace(DAY_BEHIND, '');
    // "The India-US partnership" is no place.
    const joint = name.includes('-') && name.split('-').some((part) => COUNTRY_BY_FORM.has(part));
    if (!TIME.test(name) && !joint && !isNoPlace(name))
      add(start + match[0].length - whole.length, name, 'preposition', 1.2);
  }
  const told = new Set(found.map(({ end }) => end));
  for (const { start, match } of matches(text, BESIDE))
    if (told.has(start) && !TIME.test(match[1])) {
      add(start + match[0].length - match[1].length, match[1], 'beside', 1.1);
      told.add(start + match[0].length);
    }
  for (const { start, match } of matches(text, TOWN))
    if (!TIME.test(match[1]) && isTown(match[1], match[2]!)) add(start, match[1], 'town', 5.5);
  found.push(...findDatelines(text));
  for (const { start, match } of matches(text, SEAT))
    add(start + match[0].length - match[1].length, match[1], 'seat', 9.5);
  for (const { start, match } of matches(text, SITE))
    add(start + match[0].length - match[1].length, match[1], 'site', 7);
  for (const { start, match } of matches(text, BASE)) {
    const { from, name } = baseAt(text, start, match[0]);
    add(from, name, 'base', 8);
  }
  return found;
};

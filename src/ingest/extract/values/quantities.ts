import { patternOf } from '../../lexicon/word-list.ts';
import { MONTH_NAMES, SHORT_MONTHS } from '../../text/months.ts';
import { anyOf } from '../../text/pattern.ts';
import { CURRENCY_BEFORE } from './currencies.ts';
import { SCALE } from './money.ts';
import { NUMBER, NUMBER_IN_WORDS, readNumber } from './numbers.ts';

const ANY = new RegExp(
  String.raw`(?<![\w.,:/+$€£₹¥₩₪-])(?:${NUMBER})(?=-plus\b|-odd\b|\+|\s|$)(?:-plus|-odd|\+)?`,
  'gi',
);
const MONTHS = [...MONTH_NAMES, ...SHORT_MONTHS].join('|');
/** Nouns whose number is part of a name: "Block 70", "No. 5", "FY 2025". */
const NAMES_WITH_NUMBER =
  '[Bb]lock|[Mm]k|[Mm]ark|[Bb]atch|[Ll]ot|[Tt]ranche|[Pp]hase|[Ff]light|[Tt]ype|[Nn]o\\.|[Nn]umber|[Aa]rticle|[Ss]ection|[Ll]evel|[Rr]esolution|[Gg]roup|FY|[Ff]iscal [Yy]ear|[Ff]iscal';
const NAMED_BEFORE = new RegExp(String.raw`\b(?:${NAMES_WITH_NUMBER}) $`);
/** Contexts in which a number is no count: a sum, a day of a month, a range ("30 to 40 jets"). */
const NO_COUNT_BEFORE = new RegExp(
  `${anyOf(
    String.raw`(?<!\w)${CURRENCY_BEFORE} ?|\b(?:${MONTHS})\.?,? |\d ?(?:-|–|—|to|or) ?`,
    String.raw`\b(?:${NUMBER_IN_WORDS}|dozen) (?:to|or) |\bbetween (?:\w+|\d+) and `,
  )}$`,
);
const NO_COUNT_BEHIND = new RegExp(
  `^${anyOf(
    String.raw`${SCALE}|[ -](?:${MONTHS})\b| (?:to|or) (?:\d|(?:${NUMBER_IN_WORDS})\b)`,
    String.raw`[ -](?:${patternOf('values/units-of-measure')})(?!\w)`,
  )}`,
);
/** Text that may lie between a number and what it counts. */
const BETWEEN = new RegExp(
  String.raw`^(?:\s\(\d+\))?(?: (?:[a-z-]+|of the|U\.S\.(?:-made)?|U\.K\.)){0,4}?(?: (?:${NAMES_WITH_NUMBER}) \d+\w*)? ?(?:[A-Z][\w-]+ ){0,2}$`,
  'i',
);
const BEHIND = new RegExp(String.raw`^(?: [a-z-]+){0,3} \(?(?:x ?)?(${NUMBER})\)`, 'i');
const YEAR = /^(?:19|20)\d\d$/;

/**
 * How many items of a name a sentence gives; null where it gives no number.
 * @param before words before the name; `behind` those after it
 */
export function quantityBeside(before: string, behind: string): number | null {
  for (const match of [...before.matchAll(ANY)].reverse()) {
    const [head, tail] = [
      before.slice(0, match.index),
      before.slice(match.index + match[0].length),
    ];
    if (!BETWEEN.test(tail)) return null;
    if (NAMED_BEFORE.test(head)) continue;
    if (YEAR.test(match[0]) || NO_COUNT_BEFORE.test(head) || NO_COUNT_BEHIND.test(tail))
      return null;
    return readNumber(match[0].replace(/(?:-plus|-odd|\+)$/i, ''));
  }
  const count = BEHIND.exec(behind)?.[1];
  return count === undefined || YEAR.test(count) ? null : readNumber(count);
}

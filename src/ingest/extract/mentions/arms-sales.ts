import { SALE_HEADS, SALE_MODIFIERS } from '../../lexicon/words.ts';
import { anyOf } from '../../text/pattern.ts';
import type { Span, Text } from '../../text/text.ts';
import { moneyIn } from '../values/money.ts';
import { NUMBER_IN_WORDS } from '../values/numbers.ts';
import type { MentionRule } from '../vocabulary.ts';
import { type Finder, type Found, foundAs, matches, pattern } from './finder.ts';

const ABOUT = '(?:up to|about|around|some|an additional|another|at least)';
const COUNTED = String.raw`(?:\d{1,4}|${NUMBER_IN_WORDS})(?: [a-z-]+){0,3} [A-Z]\w*\d?`;
/** "a contract for 97 Tejas": a sale with a count. */
const COUNTED_SALE = pattern(
  String.raw`(?<![\w-])(?:${SALE_HEADS}|supply|transfer|delivery) (?:of|for) (?:${ABOUT} )?(?=${COUNTED})`,
);
/** "The Foreign Military Sales program" is no sale. */
const FMS = 'Foreign Military Sale(?! (?:[Pp]rogram|[Pp]rocess|[Cc]hannel|[Rr]oute|[Ss]ystem))';
const SALE = pattern(
  String.raw`(?<![\w-])(?:(?:${SALE_MODIFIERS}) ){0,4}(?:${SALE_HEADS}|${FMS})(?![\w-])`,
  'g',
);
const SELLING =
  /(?<![\w-])(?:sold|sell(?:s|ing)?|buy(?:s|ing)?|bought|purchased|procured?|procuring|ordered|deliver(?:ed|y|ies)|supplied|transfer(?:red)?)(?![\w-])/g;
/** "($1.1 billion) fighter deal": words between a sum and its sale. */
const BEHIND = pattern(
  String.raw`(?: ?\([^)]{0,40}\))?(?: [\w,-]+){0,5}? (?:${SALE_HEADS})(?![\w-])`,
  'iy',
);
const TOWARDS_SUM = anyOf(
  'of|for|with|to|a|an|estimated|total|value|cost|not-to-exceed|cumulative|face|ceiling|worth|valued at',
  'initially|potential|up|around|about|approximately|is|more|than|nearly|over|some|at',
);
/** "contract with a total value of": words between a sale and its sum. */
const BEFORE = pattern(String.raw`(?<![\w-])(?:${SALE_HEADS})(?: ${TOWARDS_SUM})* $`, 'i');
/** Longest such phrase, in UTF-16 units. */
const BEFORE_MAX = 120;

/** Sales with a sum: the span from the sum to the head, or from the head to the sum. */
function valuedSales({ clean, blocks }: Text): Span[] {
  return blocks.flatMap(({ kind, start: from, end: to }) => {
    if (kind === 'furniture') return [];
    const block = clean.slice(from, to);
    let last = 0;
    return moneyIn(block).flatMap(({ start, raw }) => {
      // For a range, the head follows the second sum.
      const end = start + raw.length;
      if (start < last) return [];
      BEHIND.lastIndex = end;
      const behind = BEHIND.exec(block);
      if (behind) {
        last = BEHIND.lastIndex;
        return [{ start: from + start, end: from + last }];
      }
      const near = Math.max(last, start - BEFORE_MAX);
      const before = BEFORE.exec(block.slice(near, start));
      if (!before) return [];
      last = start;
      return [
        {
          start: from + near + before.index,
          end: from + near + before.index + before[0].trimEnd().length,
        },
      ];
    });
  });
}

/** Finds arms sales by sum, by count, by head word or by verb. */
export const findSales: Finder = (text) => {
  const found: Found[] = valuedSales(text).map((span) => ({
    ...span,
    kind: 'ArmsSale',
    rule: 'valued',
    weight: 7,
    properties: {},
  }));
  const add = (rule: MentionRule, weight: number, start: number, matched: string) =>
    found.push(foundAs({ kind: 'ArmsSale', rule, weight, properties: {} }, start, matched));
  for (const { start, match } of matches(text, COUNTED_SALE)) add('counted', 3, start, match[0]);
  for (const { start, match } of matches(text, SALE))
    if (/foreign military/i.test(match[0])) add('fms', 6, start, match[0]);
    else add('head', 2.5, start, match[0]);
  for (const { start, match } of matches(text, SELLING)) add('verb', 1, start, match[0]);
  return found;
};

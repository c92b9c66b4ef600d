import { SALE_HEADS } from '../../lexicon/words.ts';
import type { Span, Text } from '../../text/text.ts';
import { moneyIn } from '../values/money.ts';
import { pattern } from './finder.ts';

/** "($1.1 billion) fighter deal": what stands between a sum and its sale. */
const BEHIND = pattern(
  String.raw`(?: ?\([^)]{0,40}\))?(?: [\w,-]+){0,5}? (?:${SALE_HEADS})(?![\w-])`,
  'iy',
);
/** "contract with a total value of": what stands before its sum. */
const BEFORE = pattern(
  String.raw`(?<![\w-])(?:${SALE_HEADS})(?: (?:of|for|with|to|a|an|estimated|total|value|cost|not-to-exceed|cumulative|face|ceiling|worth|valued at|initially|potential|up|around|about|approximately|is|more|than|nearly|over|some|at))* $`,
  'i',
);
/** No such phrase is longer, in UTF-16 units. */
const BEFORE_MAX = 120;

/** Sales that are told by their sums: from the sum to the word, or the words that lead to the sum. */
export function valuedSales({ clean, blocks }: Text): Span[] {
  return blocks.flatMap(({ kind, start: from, end: to }) => {
    if (kind === 'furniture') return [];
    const block = clean.slice(from, to);
    let last = 0;
    return moneyIn(block).flatMap(({ start, raw }) => {
      // Of a range, the sale stands behind its second sum.
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

import { patternOf } from '../../lexicon/word-list.ts';
import type { Span } from '../../text/text.ts';
import type { DateFound } from './dates.ts';

/** Words that a found date may begin with: "since 2019", "on 5 March". */
const OWN_BEGINNING = /^(?:since|by|until|till|of|in|on|during|for) /i;

/** Phrases before a date on which nothing happened: something lies before or after it, or ends with it. */
const BOUND = new RegExp(String.raw`\b(?:${patternOf('values/bounds')}) (?:the )?$`, 'i');
/** "Under way since 5 March" tells the first day. */
const LASTING_SINCE =
  /\b(?:under ?way|ongoing|running|in progress|held|going on|gone on) since (?:the )?$/i;
/** Words before the last day of something. */
const LIMIT = /\b(?:until|till|up to|through) (?:the )?$/i;
/** Of something that was put off from one day to another, the other holds. */
const MOVED =
  /\b(?:postponed|moved|rescheduled|shifted|delayed|deferred|put off|brought forward|pushed back)(?: back)? (?:from )?$/i;

/** The words before a date, with the preposition that the date may begin with. */
function wordsBefore(words: string, { start, end }: Span): string {
  const [own = ''] = OWN_BEGINNING.exec(words.slice(start, end)) ?? [];
  return words.slice(Math.max(0, start - 60), start) + own;
}

/** Whether words name a date as a bound, and tell nothing that happened on it: "on the eve of 5 March". */
export function isBound(words: string, date: Span): boolean {
  const before = wordsBefore(words, date);
  return BOUND.test(before) && !LASTING_SINCE.test(before);
}

/** Whether words name a date as the end of something: "until 5 March". */
export const isLimit = (words: string, date: Span): boolean => LIMIT.test(wordsBefore(words, date));

/** The days that words settle on: of "postponed from 5 March to 9 April" the second. */
export function settled(words: string, date: DateFound): DateFound {
  const moved =
    date.until !== null && MOVED.test(words.slice(Math.max(0, date.start - 25), date.start));
  return moved ? { ...date, date: date.until!, until: null } : date;
}

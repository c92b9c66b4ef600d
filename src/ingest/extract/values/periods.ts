import { isFuzzyDate } from '../../../model/dates.ts';
import { allOf } from '../../text/pattern.ts';
import { AHEAD, aroundMatch, isWritten, MONTH, MONTHS, pad } from './date-rules.ts';
import type { DateFound } from './dates.ts';

/** "From September 1 to 14", "April 22 to May 10, 2024". */
const PERIOD = new RegExp(
  String.raw`\b(?:from )?${MONTH} (\d{1,2}) ?(?:to|until|through|-|–) ?(?:${MONTH} )?(\d{1,2})(?:,? ((?:19|20)\d\d))?\b`,
  'gi',
);

/** "8 to 22 November", "from 30 August to 12 September 2025". */
const NTH = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const PERIOD_OF_DAYS = new RegExp(
  String.raw`(?<![\w/.$€£+-])(?:from |between )?${NTH}(?: ${MONTH})? ?(?:to|until|through|and|-|–) ?${NTH} ${MONTH}(?:,? ((?:19|20)\d\d))?\b`,
  'gi',
);

const WEEK_MS = 7 * 86_400_000;

/** "Between March and May 2024"; without a year the period is unknown. */
const PERIOD_OF_MONTHS = new RegExp(
  String.raw`\b(?:between|from) ${MONTH} (?:and|to|until|through) ${MONTH},? ((?:19|20)\d\d)\b`,
  'gi',
);

function periodsOfMonths(text: string): DateFound[] {
  return allOf(text, PERIOD_OF_MONTHS).map((match) => {
    const [whole, from = '', to = '', year] = match;
    const [first, last] = [from, to].map((name) => MONTHS.indexOf(name.toLowerCase()) + 1);
    return {
      start: match.index,
      end: match.index + whole.length,
      date: `${Number(year) - (last! < first! ? 1 : 0)}-${pad(first!)}`,
      until: `${year}-${pad(last!)}`,
    };
  });
}

/** Yields matches with the parts of `PERIOD`: month, first day, other month, last day, year. */
function* periodMatches(text: string) {
  for (const match of allOf(text, PERIOD)) yield { match, parts: match.slice(1) };
  for (const match of allOf(text, PERIOD_OF_DAYS)) {
    const [whole, first, month, last, lastMonth, given] = match;
    // "3 May and 9 June": two days.
    if (month !== undefined && / and /.test(whole) && !/^between/i.test(whole)) continue;
    yield { match, parts: [month ?? lastMonth, first, lastMonth, last, given] };
  }
}

/** Finds periods of days; those that need a missing year or reference are left out. */
export function periods(text: string, year: number | null, reference: Date | null): DateFound[] {
  const days = [...periodMatches(text)].flatMap(({ match, parts }) => {
    const [month = '', first = '', otherMonth, last = '', given] = parts;
    const whole = match[0];
    const inYear = given ?? year;
    if (inYear === null) return [];
    const at = MONTHS.indexOf(month.toLowerCase()) + 1;
    const to = otherMonth ? MONTHS.indexOf(otherMonth.toLowerCase()) + 1 : at;
    // "Norway may 10 to 20": the verb.
    if (!isWritten(month) || (at === to && Number(last) < Number(first))) return [];
    // A period over New Year; a given year is that of its end.
    const [from, until] = to < at ? (given ? [-1, 0] : [0, 1]) : [0, 0];
    const ownYear = given !== undefined || year !== reference?.getUTCFullYear();
    // "From 8 to 22 November", written in January, means the year before.
    const past =
      !ownYear &&
      reference !== null &&
      Date.UTC(Number(inYear), at - 1, Number(first)) > reference.getTime() + WEEK_MS &&
      !AHEAD.test(aroundMatch(match));
    const back = past ? 1 : 0;
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        date: `${Number(inYear) + from - back}-${pad(at)}-${pad(Number(first))}`,
        until: `${Number(inYear) + until - back}-${pad(to)}-${pad(Number(last))}`,
      },
    ].filter((found) => isFuzzyDate(found.date) && isFuzzyDate(found.until));
  });
  return [...days, ...periodsOfMonths(text)];
}

import * as chrono from 'chrono-node';
import type { FuzzyDate } from '../../model/dates.ts';
import { day, MONTH, MONTHS, pad, RULES } from './date-rules.ts';

/** A stretch of text that is a date, and the date it means. */
export interface DateFound {
  readonly start: number;
  readonly end: number;
  readonly date: FuzzyDate;
  /** The last day, when it is a period. */
  readonly until: FuzzyDate | null;
}

const PERIOD = new RegExp(
  String.raw`\b(?:from )?${MONTH} (\d{1,2}) ?(?:to|until|through|-|–) ?(?:${MONTH} )?(\d{1,2})(?:,? ((?:19|20)\d\d))?\b`,
  'gi',
);

/** "8 to 22 November", "from 30 August to 12 September 2025". */
const PERIOD_OF_DAYS = new RegExp(
  String.raw`\b(?:from |between )?(\d{1,2})(?:st|nd|rd|th)?(?: ${MONTH})? ?(?:to|until|through|and|-|–) ?(\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?:,? ((?:19|20)\d\d))?\b`,
  'gi',
);

/** As the first pattern gives them: month, first day, other month, last day, year. */
function* periodMatches(text: string) {
  for (const match of text.matchAll(PERIOD)) yield { match, parts: match.slice(1) };
  for (const match of text.matchAll(PERIOD_OF_DAYS)) {
    const [, first, month, last, lastMonth, given] = match;
    yield { match, parts: [month ?? lastMonth, first, lastMonth, last, given] };
  }
}

function periods(text: string, year: number | null): DateFound[] {
  return [...periodMatches(text)].flatMap(({ match, parts }) => {
    const [month = '', first = '', otherMonth, last = '', given] = parts;
    const whole = match[0];
    const inYear = given ?? year;
    if (inYear === null) return [];
    const at = MONTHS.indexOf(month.toLowerCase()) + 1;
    const to = otherMonth ? MONTHS.indexOf(otherMonth.toLowerCase()) + 1 : at;
    if (at === to && Number(last) < Number(first)) return [];
    // Over New Year; a year that is told stands behind the end.
    const [from, until] = to < at ? (given ? [-1, 0] : [0, 1]) : [0, 0];
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        date: `${Number(inYear) + from}-${pad(at)}-${pad(Number(first))}`,
        until: `${Number(inYear) + until}-${pad(to)}-${pad(Number(last))}`,
      },
    ];
  });
}

/** Counted from another day than that of the text, or from none: "two years later", "the first in seven years". */
const TERM =
  /^within\b|\b(?:later|before|prior|years? earlier)$|^(?:after|for|over|during) .*\b(?:days?|weeks?|months?|years?|decades?)$/i;
const SPAN_OF_YEARS = /^in .*\b(?:years?|decades?)$/i;

/** "Three weeks earlier" is no day, "two years ago" no month. */
function precisionOf(words: string): number {
  if (/\byears?\b/i.test(words)) return 4;
  return /\b(?:weeks?|months?)\b/i.test(words) ? 7 : 10;
}

/** The words speak of what lies ahead; elsewhere the press tells what was. */
const AHEAD =
  /\b(?:will|would|shall|next|coming|upcoming|later|set to|scheduled|due|plans?|planned|expected|slated|ahead of|is to|are to|to be|begins?|starts?|tomorrow)\b/i;
const DAY_MS = 86_400_000;

/** "On Friday" and "in November" are the last ones, unless the sentence looks ahead. */
function lastOne(date: Date, by: 'weekday' | 'day' | 'month', reference: Date): Date {
  const days = (date.getTime() - reference.getTime()) / DAY_MS;
  if (by === 'weekday')
    return days > 0.5 && days < 7.5 ? new Date(date.getTime() - 7 * DAY_MS) : date;
  const ahead =
    by === 'day'
      ? days > 7
      : date.getUTCFullYear() * 12 + date.getUTCMonth() >
        reference.getUTCFullYear() * 12 + reference.getUTCMonth();
  if (!ahead) return date;
  const before = new Date(date);
  before.setUTCFullYear(date.getUTCFullYear() - 1);
  return before;
}

/** Without any of these a text holds no date, and the parser, which is slow, need not see it. */
const TIMELY =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|to-?day|tomorrow|tonight|tmr|yester|overmorrow|now|(?:mid)?night|noon|midday|morning|afternoon|evening|day|week|month|quarter|qtr|year|yr|decade|hour|hr|min|sec)/i;

/** Words this far around a date tell whether it lies ahead, in UTF-16 units. */
const [AHEAD_BEFORE, AHEAD_BEHIND] = [110, 25];

function parsed(text: string, reference: Date | null): DateFound[] {
  if (!TIMELY.test(text)) return [];
  const instant = reference ?? new Date('2000-01-15T12:00:00Z');
  return chrono
    .parse(text, { instant, timezone: 0 }, { forwardDate: false })
    .flatMap(({ start, index, text: words }) => {
      const found = (date: FuzzyDate) => [
        {
          start: index,
          end: index + words.length,
          date: date.slice(0, precisionOf(words)),
          until: null,
        },
      ];
      if (/^\d{1,4}$|^(?:now|second|may)$/i.test(words.trim())) return [];
      if (!reference && !/\b(?:19|20)\d\d\b/.test(words)) return [];
      const looksAhead = AHEAD.test(
        text.slice(Math.max(0, index - AHEAD_BEFORE), index + words.length + AHEAD_BEHIND),
      );
      if (TERM.test(words.trim()) || (SPAN_OF_YEARS.test(words.trim()) && !looksAhead)) return [];
      const told = start.isCertain('day')
        ? 'day'
        : start.isCertain('weekday')
          ? 'weekday'
          : 'month';
      const settled =
        reference === null ||
        looksAhead ||
        start.isCertain('year') ||
        /\b(?:in|ago|last|this)\b.*\b(?:days?|weeks?|years?|months?|week)\b|\btoday|\byesterday|\blast\b/i.test(
          words,
        )
          ? start.date()
          : lastOne(start.date(), told, reference);
      if (
        start.isCertain('day') ||
        start.isCertain('weekday') ||
        /today|yesterday|tomorrow|tonight/i.test(words)
      )
        return found(day(settled));
      if (precisionOf(words) === 4) return found(day(start.date()));
      return start.isCertain('month') ? found(day(settled).slice(0, 7)) : [];
    });
}

/**
 * All dates of a stretch, each only as exact as the words.
 * @param reference the day that relative dates are counted from; without it they are left out
 * @param year the year of days that name none, such as the 2025 of "Yudh Abhyas 2025"
 */
export function datesIn(
  text: string,
  reference: Date | null,
  year: number | null = reference?.getUTCFullYear() ?? null,
): DateFound[] {
  const found: DateFound[] = periods(text, year);
  const add = (more: readonly DateFound[]) => {
    for (const one of more)
      if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
  };
  for (const [pattern, read] of RULES)
    for (const match of text.matchAll(pattern)) {
      const date = read(match, reference);
      if (date)
        add([{ start: match.index, end: match.index + match[0].length, date, until: null }]);
    }
  add(parsed(text, reference));
  for (const match of text.matchAll(
    /\b(?:in|since|of|by|until|during|for|signed|\() ?((?:19|20)\d\d)\b/gi,
  ))
    add([{ start: match.index, end: match.index + match[0].length, date: match[1]!, until: null }]);
  return found.sort((a, b) => a.start - b.start);
}

/** The day of publication, else the one full date with a weekday that the text itself tells. */
export function referenceOf(text: string, publishedOn: FuzzyDate | null): Date | null {
  if (publishedOn && publishedOn.length >= 7)
    return new Date(`${publishedOn.padEnd(10, '-15').slice(0, 10)}T12:00:00Z`);
  const told =
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?\(?([a-z]+ \d{1,2},? (?:19|20)\d\d)\)?/i.exec(
      text,
    );
  const date = told && new Date(`${told[1]} 12:00 UTC`);
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

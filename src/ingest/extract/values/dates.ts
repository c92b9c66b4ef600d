import * as chrono from 'chrono-node';
import { type FuzzyDate, isFuzzyDate } from '../../../model/dates.ts';
import { patternOf } from '../../lexicon/word-list.ts';
import type { DayOrder } from '../../text/day-order.ts';
import { allOf, anyOf } from '../../text/pattern.ts';
import { isDateHere } from './date-gate.ts';
import { AHEAD, day, MONTH, RULES } from './date-rules.ts';
import { numericDates } from './numeric-dates.ts';
import { periods } from './periods.ts';
import { writtenDays } from './written-days.ts';

/** A span of text and the date it denotes. */
export interface DateFound {
  readonly start: number;
  readonly end: number;
  readonly date: FuzzyDate;
  /** The last day of a period; null for a single date. */
  readonly until: FuzzyDate | null;
}

/** Durations from another day than that of the text: "two years later", "in seven years". */
const TERM =
  /^within\b|\b(?:later|before|prior|after|years? earlier)$|^(?:after|for|over|during) .*\b(?:days?|weeks?|months?|years?|decades?)$/i;
const SPAN_OF_YEARS = /^in .*\b(?:years?|decades?)$/i;

/** Digits of a counted date's precision: 10 for a day, 7 for a month, 4 for a year, 0 for none. */
function precisionOf(words: string): number {
  if (/\byears?\b/i.test(words)) return 4;
  if (/\bweekend\b/i.test(words)) return 0;
  if (/\b(?:end|start|beginning|middle) of\b/i.test(words)) return NAMED_MONTH.test(words) ? 7 : 0;
  return /\b(?:weeks?|months?)\b/i.test(words) ? 7 : 10;
}

const NAMED_MONTH = new RegExp(`\\b${MONTH}\\b`, 'i');
/** "In May 12 ships came": the number behind the month counts something. */
const COUNTED_BEHIND = new RegExp(`^(${MONTH}\\.?) \\d{1,2}$`, 'i');
const DAY_MS = 86_400_000;
const MONTH_MS = 31 * DAY_MS;

/** Moves "on Friday" and "in November" to the last ones before the reference. */
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

const TIMELY_WORDS = anyOf(
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|to-?day|tomorrow',
  'tonight|tmr|yester|overmorrow|now|(?:mid)?night|noon|midday|morning|afternoon|evening|day|week',
  'month|quarter|qtr|year|yr|decade|hour|hr|min|sec',
);
/** A text without any of these has no date, and is not passed to the slow parser. */
const TIMELY = new RegExp(String.raw`\d|\b${TIMELY_WORDS}`, 'i');

/** Words within these distances of a date, in UTF-16 units, decide whether it lies ahead. */
const [AHEAD_BEFORE, AHEAD_BEHIND] = [110, 25];

/** The unit that the words name. */
function toldBy(start: chrono.ParsedComponents): 'day' | 'weekday' | 'month' {
  if (start.isCertain('day')) return 'day';
  return start.isCertain('weekday') ? 'weekday' : 'month';
}

const OF_TODAY = /\b(?:today|yesterday|tomorrow|tonight)\b/i;
/** Dates counted from the day of the text. */
const COUNTED =
  /\b(?:in|ago|last|this)\b.*\b(?:days?|weeks?|years?|months?|week)\b|\btoday|\byesterday|\blast\b|\bago$/i;
/** "On 5 March 18 aircraft": two digits behind a month are no year. */
const NO_YEAR_BEHIND =
  /(?<=\d(?:st|nd|rd|th)? (?:of )?\p{L}+\.?,?|\p{L}\.? \d{1,2}(?:st|nd|rd|th)?,?) \d{2}$/u;

/** "March 3 and 4, 2023", "5 May and 2 June 2023": the year behind a list is that of each day. */
const YEAR_OF_LIST = new RegExp(
  String.raw`^(?:(?:,? (?:and|or|to|&) |, )(?:${MONTH}\.? )?\d{1,2}(?:st|nd|rd|th)?(?: ${MONTH}\.?)?){1,6},? ((?:19|20)\d\d)\b`,
  'i',
);
const YEAR_OF_MONTHS = new RegExp(
  String.raw`^(?:(?:,? (?:and|or) |, )${MONTH}\.?){1,6},? ((?:19|20)\d\d)\b`,
  'i',
);

/** The year that a list of days or months gives behind its last one. */
function yearOfList(start: chrono.ParsedComponents, behind: string): number | null {
  if (!start.isCertain('month') || start.isCertain('year')) return null;
  const list = start.isCertain('day') ? YEAR_OF_LIST : YEAR_OF_MONTHS;
  const year = list.exec(behind)?.at(-1);
  return year === undefined ? null : Number(year);
}

/** A day without a year whose weekday contradicts it: "Thursday, August 4" in a year when it was a Friday. */
const contradicts = (start: chrono.ParsedComponents, settled: Date) =>
  start.isCertain('weekday') &&
  start.isCertain('day') &&
  !start.isCertain('year') &&
  settled.getUTCDay() !== start.get('weekday');

/** The day nearest to the reference that fits the words. */
function settledDay(
  start: chrono.ParsedComponents,
  words: string,
  reference: Date | null,
  looksAhead: boolean,
): Date {
  const date = start.date();
  if (reference === null || COUNTED.test(words)) return date;
  if (NO_YEAR_BEHIND.test(words)) date.setUTCFullYear(reference.getUTCFullYear());
  else if (start.isCertain('year')) return date;
  if (!looksAhead)
    return lastOne(date, precisionOf(words) === 7 ? 'month' : toldBy(start), reference);
  // The parser chooses the nearest year, before or after.
  if (start.isCertain('month') && reference.getTime() - date.getTime() > MONTH_MS)
    date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date;
}

function parsed(text: string, reference: Date | null, toTheDay: boolean): DateFound[] {
  if (!TIMELY.test(text)) return [];
  const instant = reference ?? new Date('2000-01-15T12:00:00Z');
  return chrono
    .parse(text, { instant, timezone: 0 }, { forwardDate: false })
    .flatMap(({ start, index, text: given }) => {
      const words = given.trim();
      const [before, behind] = [text.slice(0, index), text.slice(index + given.length)];
      if (!isDateHere(words, before, behind)) return [];
      const inList = yearOfList(start, behind);
      if (!reference && inList === null && !/\b(?:19|20)\d\d\b/.test(words)) return [];
      const looksAhead = AHEAD.test(
        text.slice(Math.max(0, index - AHEAD_BEFORE), index + given.length + AHEAD_BEHIND),
      );
      if (TERM.test(words) || (SPAN_OF_YEARS.test(words) && !looksAhead)) return [];
      const exactness = precisionOf(words);
      const byDay = start.isCertain('day') || start.isCertain('weekday') || OF_TODAY.test(words);
      const relative = !start.isCertain('month') || OF_TODAY.test(words) || COUNTED.test(words);
      if (!toTheDay && byDay && exactness === 10 && relative) return [];
      const nearest = settledDay(start, words, reference, looksAhead);
      if (inList !== null) nearest.setUTCFullYear(inList);
      if (contradicts(start, nearest)) return [];
      const settled = day(nearest);
      const date =
        byDay || exactness === 4 ? settled : start.isCertain('month') && settled.slice(0, 7);
      if (!date) return [];
      const month = /\bin $/i.test(before) ? COUNTED_BEHIND.exec(words)?.[1] : undefined;
      const end = index + (month ?? given.replace(NO_YEAR_BEHIND, '')).length;
      const exact = month === undefined ? exactness : 7;
      return [{ start: index, end, date: date.slice(0, exact), until: null }];
    });
}

/** A year alone behind a preposition; not "of 2030 troops", nor "in 2024-25". */
const YEAR = new RegExp(
  String.raw`\b(?:in|since|of|by|until|during|for|signed|early|late|mid-?|\() ?((?:19|20)\d\d)\b(?![-–—/.,:]\d)(?! (?:${patternOf('values/counted-nouns')})\b)`,
  'gi',
);
const YEARS_THAT_CAN_BE = /^(?:1\d|20)\d\d|^2100/;

/**
 * Finds all dates of a text, each as precise as its words.
 * @param reference day that relative dates are counted from; without it they are left out
 * @param year of days without one, such as the 2025 of "Yudh Abhyas 2025"
 * @param order of day and month in numeric dates; without it ambiguous ones are left out
 * @param toTheDay whether the reference is precise enough to count days from it
 */
export function datesIn(
  text: string,
  reference: Date | null,
  year: number | null = reference?.getUTCFullYear() ?? null,
  order: DayOrder | null = null,
  toTheDay = true,
): DateFound[] {
  const found: DateFound[] = [];
  const add = (more: readonly DateFound[]) => {
    for (const one of more)
      if (
        isFuzzyDate(one.date) &&
        YEARS_THAT_CAN_BE.test(one.date) &&
        !found.some((other) => other.start < one.end && one.start < other.end)
      )
        found.push(one);
  };
  add(numericDates(text, order));
  add(writtenDays(text));
  add(periods(text, year, reference));
  for (const [pattern, read] of RULES)
    for (const match of allOf(text, pattern)) {
      const date = read(match, reference);
      if (date)
        add([{ start: match.index, end: match.index + match[0].length, date, until: null }]);
    }
  add(parsed(text, reference, toTheDay));
  for (const match of allOf(text, YEAR))
    add([{ start: match.index, end: match.index + match[0].length, date: match[1]!, until: null }]);
  return found.sort((a, b) => a.start - b.start);
}

/** The day of the text: a full date beside a weekday, or in the dateline. */
const DAY_OF_TEXT = [
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?\(?([a-z]+ \d{1,2},? (?:19|20)\d\d)\)?/i,
  /^\W{0,3}(?:\p{Lu}[\p{Lu}.’'-]+[ ,/]+){1,5}(?:\p{Lu}[\p{Ll}.]+, )?(\p{Lu}\p{Ll}+\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} \p{Lu}\p{Ll}+\.? (?:19|20)\d\d)/u,
];

const TOWN = String.raw`\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}(?:, \p{Lu}[\p{L}.]+)?`;
const FULL_DAY = String.raw`\p{Lu}\p{Ll}+\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} \p{Lu}\p{Ll}+\.? (?:19|20)\d\d`;
/** "OSLO, March 5, 2024 (Wire) -- " near the beginning: the day of the report, if reprinted. */
const DATELINE = new RegExp(
  String.raw`(?:^|\s{2,}|[”".!?] )\W{0,3}${TOWN}, (${FULL_DAY})\s*(?:\([^)]{2,25}\)\s*)?[—–-]`,
  'u',
);
const DATELINE_BEFORE = 800;
/** A dateline older than this, in days before publication, belongs to another report. */
const REPRINTED_DAYS = 366;

const noonOf = (told: string | undefined): Date | null => {
  const date = new Date(`${told} 12:00 UTC`);
  return told === undefined || Number.isNaN(date.getTime()) ? null : date;
};

function dayOfDateline(text: string, published: Date): Date | null {
  const date = noonOf(DATELINE.exec(text.slice(0, DATELINE_BEFORE))?.[1]);
  if (date === null) return null;
  const late = (published.getTime() - date.getTime()) / DAY_MS;
  return late >= 0 && late <= REPRINTED_DAYS ? date : null;
}

/**
 * The day that relative dates of a text are counted from: that of its dateline, else of its
 * publication, else the one full date that the text gives as its own.
 */
export function referenceOf(text: string, publishedOn: FuzzyDate | null): Date | null {
  if (publishedOn && publishedOn.length >= 7) {
    const published = new Date(`${publishedOn.padEnd(10, '-15').slice(0, 10)}T12:00:00Z`);
    return dayOfDateline(text, published) ?? published;
  }
  for (const pattern of [...DAY_OF_TEXT, DATELINE]) {
    const date = noonOf(pattern.exec(text)?.[1]);
    if (date) return date;
  }
  return null;
}

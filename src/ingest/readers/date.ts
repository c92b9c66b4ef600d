import { isFuzzyDate } from '../../model/dates.ts';
import type { DayOrder } from '../text/day-order.ts';

/** The first three letters of each month, by which dates are read. */
export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Pattern of their beginnings. */
export const SHORT_MONTH = `(?:${MONTHS.join('|')})`;
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY = '\\b(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})\\b';

const DAY_FIRST = new RegExp(`${DAY}[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+${YEAR}`, 'i');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+${YEAR}`, 'i');
/** Dates of mail and feeds with a year of two digits, as RFC 822 has them: "Mon, 11 Mar 24 08:00 GMT". */
const SHORT_YEAR = new RegExp(`^(?:\\p{L}{3}, )?${DAY} ${MONTH} (\\d{2})(?= \\d{1,2}:)`, 'iu');
const LAST_SHORT = 50;
const MONTH_ONLY = new RegExp(`^${MONTH},?\\s+${YEAR}$`, 'i');
const NUMBERS = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|T|\s)/;
/** Dates of GDELT and Dublin Core: `20231205T080000Z`. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:\.\d+)?Z?)?$/;
const DAY_OR_MONTH = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|,|T|\s)/;

/** Year, month and day as written. */
function partsOf(given: string, order: DayOrder | null): readonly (string | undefined)[] | null {
  const dayFirst = DAY_FIRST.exec(given);
  if (dayFirst) return [dayFirst[3], dayFirst[2], dayFirst[1]];
  const short = SHORT_YEAR.exec(given);
  if (short) return [`${Number(short[3]) > LAST_SHORT ? 19 : 20}${short[3]}`, short[2], short[1]];
  const monthFirst = MONTH_FIRST.exec(given);
  if (monthFirst) return [monthFirst[3], monthFirst[1], monthFirst[2]];
  const monthOnly = MONTH_ONLY.exec(given);
  if (monthOnly) return [monthOnly[2], monthOnly[1]];
  const compact = COMPACT.exec(given);
  if (compact) return [compact[1], compact[2], compact[3]];
  const numbers = NUMBERS.exec(given);
  if (numbers) return [numbers[1], numbers[3], numbers[4]];
  const [, one = '', sign, other = '', year] = DAY_OR_MONTH.exec(given) ?? [];
  // 3/4/2025 is ambiguous: only a number above 12, or two equal ones, show which is the day.
  // Between full stops the day comes first.
  if (Number(one) > 12 || (sign === '.' && Number(other) <= 12)) return [year, other, one];
  if (Number(other) > 12 || (one !== '' && one === other)) return [year, one, other];
  if (one === '' || order === null) return null;
  return order === 'day first' ? [year, other, one] : [year, one, other];
}

/** Longest date, in characters. */
const DATE_MAX = 120;
/** Placeholders for a missing date: years before 1901 or after 2100, and the start of Unix time. */
const [FIRST_YEAR, LAST_YEAR] = [1901, 2100];
const NO_DATE = '1970-01-01';
function real(date: string): string | null {
  const year = Number(date.slice(0, 4));
  return isFuzzyDate(date) && year >= FIRST_YEAR && year <= LAST_YEAR && date !== NO_DATE
    ? date
    : null;
}

/**
 * A date as precise as given: the day of a timestamp, or a year or month. The day is the written
 * one, in whatever time zone.
 * @param order of day and month where the date is from; without it 3/4/2025 is none
 * @returns null when it is no date, does not exist, or is a placeholder
 */
export function readDate(text: string | null, order: DayOrder | null = null): string | null {
  const given = text?.trim() ?? '';
  if (given === '' || given.length > DATE_MAX) return null;
  const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/.exec(given)?.[0];
  if (plain && (plain.length > 4 || plain === given)) return real(plain);
  const parts = partsOf(given, order);
  if (parts === null) return null;
  const [year, month = '', day] = parts;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = [year, named > 0 ? String(named) : month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return real(date);
}

/** Dates within a line, as they may stand beside the name of an author. */
const IN_LINE = /(?<![\w./-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1\d{4})(?![\w/-]|\.\d)/g;

/** The date of a line that may hold more, such as "From the desk, 05.12.2023, 10:14". */
export function dateInLine(line: string, order: DayOrder | null): string | null {
  const whole = readDate(line, order);
  if (whole !== null) return whole;
  for (const [written] of line.matchAll(IN_LINE)) {
    const date = readDate(written, order);
    if (date !== null) return date;
  }
  return null;
}

/** The first figures of a line that may be two days, as written: "05/03/2024". */
export function openFigures(line: string): string | null {
  for (const [written] of line.matchAll(IN_LINE))
    if (readDate(written) === null && readDate(written, 'day first') !== null) return written;
  return null;
}

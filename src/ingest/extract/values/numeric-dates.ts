import { type FuzzyDate, isFuzzyDate } from '../../../model/dates.ts';
import { type DayOrder, orderOfPlace } from '../../text/day-order.ts';
import { allOf } from '../../text/pattern.ts';
import type { Span } from '../../text/text.ts';
import { MONTH, MONTHS } from './date-rules.ts';

/** Properties of a document that hint to the order of its numeric dates. */
export interface Origin {
  readonly publishedOn: FuzzyDate | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly url: string | null;
}

/** A numeric date with both readings; null for a reading that is no date. */
interface Figures extends Span {
  readonly raw: string;
  readonly dayFirst: FuzzyDate | null;
  readonly monthFirst: FuzzyDate | null;
  /** Whether it is written with full stops, which always put the day first. */
  readonly settled: boolean;
}

const YEAR_LAST =
  /(?<![\w./+-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|(?<=\b\d\d[./]\d\d[./])\d\d)(?![\w/]|[.-]\d)/g;
const YEAR_FIRST =
  /(?<![\w./+-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?=T\d|[^\w/.-]|[.-](?!\w)|$)/g;

const dateOf = (year: string, month: string, day: string): FuzzyDate | null => {
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isFuzzyDate(date) ? date : null;
};

/** In "version 12.05.2021" and "section 4.12.2020" the figures number something. */
const NUMBERED =
  /\b(?:versions?|release|build|firmware|section|paragraph|chapter|article|clause|no\.|v\.?) ?$/i;
/** The longest of these words, in UTF-16 units. */
const NUMBERED_WITHIN = 14;

function figuresIn(text: string): Figures[] {
  const found: Figures[] = [];
  for (const { index, 0: raw, 1: year, 3: month, 4: day } of allOf(text, YEAR_FIRST)) {
    const date = dateOf(year!, month!, day!);
    const span = { start: index, end: index + raw.length };
    found.push({ ...span, raw, dayFirst: date, monthFirst: date, settled: true });
  }
  for (const { index, 0: raw, 1: one, 2: mark, 3: two, 4: year } of allOf(text, YEAR_LAST))
    found.push({
      start: index,
      end: index + raw.length,
      raw,
      dayFirst: dateOf(year!, two!, one!),
      monthFirst: dateOf(year!, one!, two!),
      settled: mark === '.',
    });
  return found.filter(
    ({ start }) => !NUMBERED.test(text.slice(Math.max(0, start - NUMBERED_WITHIN), start)),
  );
}

/** @returns null where the figures are no date, undefined where they are ambiguous */
function readFigures(figures: Figures, order: DayOrder | null): FuzzyDate | null | undefined {
  const { dayFirst, monthFirst, settled } = figures;
  if (settled || dayFirst === null || monthFirst === null || dayFirst === monthFirst)
    return dayFirst ?? monthFirst;
  if (order === null) return undefined;
  return order === 'day first' ? dayFirst : monthFirst;
}

/** Finds numeric dates; ambiguous ones are left out. */
export function numericDates(text: string, order: DayOrder | null) {
  return figuresIn(text).flatMap((figures) => {
    const date = readFigures(figures, order);
    return date ? [{ start: figures.start, end: figures.end, date, until: null }] : [];
  });
}

/** Ambiguous numeric dates as written, each once. */
export function openDates(text: string, order: DayOrder | null): string[] {
  const open = figuresIn(text).filter((figures) => readFigures(figures, order) === undefined);
  return [...new Set(open.map(({ raw }) => raw))];
}

const IN_WORDS = new RegExp(
  String.raw`\b(?:(\d{1,2}) ${MONTH},? (\d{4})|${MONTH} (\d{1,2}),? (\d{4}))\b`,
  'gi',
);

/** Full dates that the text gives in words. */
function datesInWords(text: string): Set<FuzzyDate | null> {
  return new Set(
    allOf(text, IN_WORDS).map(([, first, month, year, name, second, behind]) => {
      const number = MONTHS.indexOf((month ?? name)!.toLowerCase()) + 1;
      return dateOf((year ?? behind)!, String(number), (first ?? second)!);
    }),
  );
}

/** The order in a document's numeric dates: from its other dates, else its language or site. */
export function dayOrderOf(text: string, { publishedOn, language, url }: Origin): DayOrder | null {
  const told = datesInWords(text);
  const votes = new Set(
    figuresIn(text).flatMap(({ dayFirst, monthFirst, settled }): DayOrder[] => {
      if (settled || dayFirst === monthFirst) return [];
      if (dayFirst === null) return ['month first'];
      if (monthFirst === null) return ['day first'];
      const known = (date: FuzzyDate) => date === publishedOn || told.has(date);
      if (known(dayFirst) === known(monthFirst)) return [];
      return known(dayFirst) ? ['day first'] : ['month first'];
    }),
  );
  if (votes.size > 0) return votes.size === 1 ? [...votes][0]! : null;
  return orderOfPlace(language, url);
}

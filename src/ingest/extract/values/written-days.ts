import { isFuzzyDate } from '../../../model/dates.ts';
import { MONTH_NAMES, SHORT_MONTHS } from '../../text/months.ts';
import { allOf } from '../../text/pattern.ts';
import { MONTHS, pad } from './date-rules.ts';
import type { DateFound } from './dates.ts';

const NAMES = [...MONTH_NAMES, ...SHORT_MONTHS];
const MONTH = `(?<month>${[...NAMES, ...NAMES.map((name) => name.toUpperCase())].join('|')})`;
const DAY = String.raw`(?<day>\d{1,2})`;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const NTH = `(?<nth>${ORDINALS.toReversed().join('|')})`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)\b`;
/** Behind a year of two digits a sentence goes on, or ends; a noun would be counted by them. */
const ENDS = String.raw`(?=[.,;:)\]”"]|$| (?:in|at|and|to|for|with|by|when|that|as|after|from|between|under)\b)`;

/** Days in words, with a year, that the general parser reads without the day or the year. */
const WRITTEN: readonly RegExp[] = [
  // "4. August 2022", "3rd. Sept. 2022"
  new RegExp(String.raw`(?<![\w.,/])${DAY}(?:st|nd|rd|th)?\. ?${MONTH}\.?,? ${YEAR}`, 'g'),
  // "the 4th day of August 2022", "this fourth day of August, in the year 2022"
  new RegExp(
    String.raw`\b(?:${DAY}(?:st|nd|rd|th)|${NTH}) day of ${MONTH},?(?: in the year)? ${YEAR}`,
    'g',
  ),
  // "Aug. 4, '22", "4 August ’22", "August '22"
  new RegExp(
    String.raw`\b(?:${DAY}(?:st|nd|rd|th)? )?${MONTH}\.?(?: (?<behind>\d{1,2})(?:st|nd|rd|th)?)?,? ?['’‘](?<short>\d\d)\b(?!['’])`,
    'g',
  ),
  // "4 AUG 22", "on 4 Aug 22 in Oslo"
  new RegExp(String.raw`(?<![\w.,/$€£])${DAY} ?${MONTH}\.? ?(?<short>\d\d)\b${ENDS}`, 'g'),
];

/** Years of two digits up to this one belong to this century. */
const LAST_SHORT = 50;

function yearOf({ year, short }: Record<string, string | undefined>): string {
  return year ?? `${Number(short) > LAST_SHORT ? 19 : 20}${short}`;
}

/** Finds days and months in words whose year is written in an unusual way. */
export function writtenDays(text: string): DateFound[] {
  return WRITTEN.flatMap((pattern) =>
    allOf(text, pattern).flatMap((match) => {
      const parts = match.groups!;
      const begun = parts.month!.slice(0, 3).toLowerCase();
      const month = MONTHS.findIndex((name) => name.startsWith(begun));
      const day = parts.day ?? parts.behind ?? (parts.nth && ORDINALS.indexOf(parts.nth) + 1);
      const date = [yearOf(parts), pad(month + 1), ...(day ? [pad(Number(day))] : [])].join('-');
      const span = { start: match.index, end: match.index + match[0].length };
      return isFuzzyDate(date) ? [{ ...span, date, until: null }] : [];
    }),
  );
}

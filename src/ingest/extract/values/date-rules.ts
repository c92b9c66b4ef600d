import type { FuzzyDate } from '../../../model/dates.ts';
import { MONTH_NAMES } from '../../text/months.ts';

export const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase());
/** Pattern of a month's name. */
export const MONTH = `(${MONTHS.join('|')})`;
export const pad = (number: number) => String(number).padStart(2, '0');
export const day = (date: Date) => date.toISOString().slice(0, 10);

/** Words that look ahead; without them, undated events in the press are past. */
export const AHEAD =
  /\b(?:will|would|shall|next|coming|upcoming|later|set to|scheduled|due|plans?|planned|expected|slated|ahead of|is to|are to|to be|begins?|starts?|tomorrow)\b/i;

type Rule = readonly [
  pattern: RegExp,
  read: (match: RegExpExecArray, reference: Date | null) => FuzzyDate | null,
];

/** Whether a month is capitalised, unlike in "on the march" and "may". */
export const isWritten = (month: string) => /^\p{Lu}/u.test(month);

/** The text close around a match. */
export const aroundMatch = ({ index, input, 0: words }: RegExpExecArray) =>
  input.slice(Math.max(0, index - 110), index + words.length + 25);

function monthBefore(reference: Date, back: number): FuzzyDate {
  return day(
    new Date(Date.UTC(reference.getUTCFullYear(), reference.getUTCMonth() - back, 1)),
  ).slice(0, 7);
}

const DAY_MS = 86_400_000;
/** The month in which all days of a week lie that the words may mean; weeks begin on Monday. */
function monthOfWeek(words: string, reference: Date): FuzzyDate | null {
  const since = (reference.getUTCDay() + 6) % 7;
  const from = /^(?:later|late)\b/i.test(words) ? 0 : -since;
  const to = /^(?:earlier|early)\b/i.test(words) ? 0 : 6 - since;
  const [first, last] = [from, to].map((days) =>
    day(new Date(reference.getTime() + days * DAY_MS)).slice(0, 7),
  );
  return first === last ? first! : null;
}

const FOUR_FIGURES = String.raw`(?:19|20)\d\d`;
/** "Last summer", "in the winter of 2024"; not "in the fall of a city", nor "winter 2024-25". */
const SEASON = new RegExp(
  [
    String.raw`\b(?:last|this|in the|in) (?:early |late )?(spring|summer|autumn|fall|winter)\b`,
    `(?! of (?!${FOUR_FIGURES})|(?: of)? ${FOUR_FIGURES}[-–/])(?:(?: of)? (${FOUR_FIGURES}))?`,
  ].join(''),
  'gi',
);

/** Phrases that the general parser reads too exactly or wrongly. */
export const RULES: readonly Rule[] = [
  [
    new RegExp(
      String.raw`\b(?:(\d{1,2}) )?${MONTH}(?: (\d{1,2}))?,? (last|this|next) year\b`,
      'gi',
    ),
    ([, before, month = '', behind, which = ''], reference) => {
      if (!reference || !isWritten(month)) return null;
      const year =
        reference.getUTCFullYear() + { last: -1, this: 0, next: 1 }[which.toLowerCase() as 'last'];
      const day = before ?? behind;
      const inYear = `${year}-${pad(MONTHS.indexOf(month.toLowerCase()) + 1)}`;
      return day === undefined ? inYear : `${inYear}-${pad(Number(day))}`;
    },
  ],
  [
    new RegExp(String.raw`\b(?:last|this past) ${MONTH}\b`, 'gi'),
    ([, name = ''], reference) => {
      if (!reference || !isWritten(name)) return null;
      const month = MONTHS.indexOf(name.toLowerCase());
      const year = reference.getUTCFullYear() - (month >= reference.getUTCMonth() ? 1 : 0);
      return `${year}-${pad(month + 1)}`;
    },
  ],
  [
    // "On the 38th parallel" gives no day.
    /\bon the (\d{1,2})(?:st|nd|rd|th)(?=[.,;:)]|$| (?:in|at|and|to|for|with|by|when|that|as|after)\b)/gi,
    ([, number = ''], reference) => {
      if (!reference) return null;
      const back = Number(number) > reference.getUTCDate() ? 1 : 0;
      return `${monthBefore(reference, back)}-${pad(Number(number))}`;
    },
  ],
  [
    SEASON,
    (match, reference) => {
      const [words, season = '', year] = match;
      if (year !== undefined) return year;
      if (!reference || (!/^last/i.test(words) && AHEAD.test(aroundMatch(match)))) return null;
      const begins = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 }[
        season.toLowerCase() as 'spring'
      ];
      return String(reference.getUTCFullYear() - (begins > reference.getUTCMonth() ? 1 : 0));
    },
  ],
  [/\blast month\b/gi, (_, reference) => reference && monthBefore(reference, 1)],
  [
    /\b(?:earlier |later )?this month\b/gi,
    (_, reference) => reference && monthBefore(reference, 0),
  ],
  [
    /\b(?:earlier |later |late |early )?this week\b/gi,
    (match, reference) => reference && monthOfWeek(match[0], reference),
  ],
  [/\bnext month\b/gi, (_, reference) => reference && monthBefore(reference, -1)],
  [/\blast year\b/gi, (_, reference) => reference && String(reference.getUTCFullYear() - 1)],
  [
    /\b(?:earlier |later )?this year\b/gi,
    (_, reference) => reference && String(reference.getUTCFullYear()),
  ],
  [/\bnext year\b/gi, (_, reference) => reference && String(reference.getUTCFullYear() + 1)],
];

/** A date as exact as its source: `2025`, `2025-10`, `2026-01-25`. */
export type FuzzyDate = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether it names a real year, month or day: `2025-02-31` does not. */
export function isFuzzyDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return (
    day === undefined || (Number(day) >= 1 && Number(day) <= lastDayOf(Number(year), Number(month)))
  );
}

/** The first and last day it may mean, both as `YYYY-MM-DD`. Days compare as text. */
export function intervalOf(date: FuzzyDate): { first: string; last: string } {
  const [, year = '', month, day] = SHAPE.exec(date) ?? [];
  if (day !== undefined) return { first: date, last: date };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  return {
    first: `${date}-01`,
    last: `${date}-${String(lastDayOf(Number(year), Number(month))).padStart(2, '0')}`,
  };
}

/** How exact it is: 4 for a year, 7 for a month, 10 for a day. More is more exact. */
export function precisionOf(date: FuzzyDate): number {
  return date.length;
}

/** Whether both may mean the same day. */
export function mayAgree(a: FuzzyDate, b: FuzzyDate): boolean {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return x.first <= y.last && y.first <= x.last;
}

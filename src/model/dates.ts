/** An ISO date as precise as its source: `2025`, `2025-10`, `2026-01-25`. */
export type FuzzyDate = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text is a real year, month or day; `2025-02-31` is not. */
export function isFuzzyDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return (
    day === undefined || (Number(day) >= 1 && Number(day) <= lastDayOf(Number(year), Number(month)))
  );
}

/** Precision as text length: 4 for a year, 7 for a month, 10 for a day. */
export function precisionOf(date: FuzzyDate): number {
  return date.length;
}

import type { NamedData, TieData } from './operations/parts.ts';

/** A period; an open end is null, a single date has equal ends. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

function spanOfEntity(entity: NamedData): Span | null {
  switch (entity.__typename) {
    case 'ArmsSale': {
      const dates = [entity.approvedOn, entity.contractedOn].filter((date) => date != null).sort();
      return dates[0] === undefined ? null : { from: dates[0], to: dates.at(-1) ?? dates[0] };
    }
    case 'Event':
      return entity.startsOn == null
        ? null
        : { from: entity.startsOn, to: entity.endsOn ?? entity.startsOn };
    case 'Agreement': {
      const { signedOn, durationYears } = entity;
      if (signedOn == null) return null;
      const to =
        durationYears == null
          ? signedOn
          : `${Number(signedOn.slice(0, 4)) + durationYears}${signedOn.slice(4)}`;
      return { from: signedOn, to };
    }
    default:
      return null;
  }
}

/**
 * When a relationship held: by its own dates, else by those of the sale, event or agreement at one
 * end; null if no document gives a date. The day of publication is none.
 */
export function spanOf(tie: TieData): Span | null {
  if (tie.from != null) return { from: tie.from, to: tie.to };
  if (tie.on != null) return { from: tie.on, to: tie.on };
  if (tie.since != null) return { from: tie.since, to: null };
  return spanOfEntity(tie.source) ?? spanOfEntity(tie.target);
}

/** Date by which lists are sorted: of the event, else of its report. */
const dateOf = (tie: TieData): string => spanOf(tie)?.from ?? tie.lastSeen ?? tie.firstSeen ?? '';

/** Newest first; undated ones last. */
export const newestFirst = (a: TieData, b: TieData): number =>
  dateOf(b).localeCompare(dateOf(a)) || b.confidence - a.confidence || a.id.localeCompare(b.id);

/** Position on a scale of years: the start of a year or month, or its end if `end` is set. */
export function position(date: string, end = false): number {
  const [year = '0', month, day] = date.split('-');
  if (month === undefined) return Number(year) + (end ? 1 : 0);
  if (day === undefined) return Number(year) + (Number(month) - (end ? 0 : 1)) / 12;
  return Number(year) + (Number(month) - 1) / 12 + Number(day) / 372;
}

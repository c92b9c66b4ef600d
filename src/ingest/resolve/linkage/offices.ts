import { patternOf } from '../../lexicon/word-list.ts';
import { titleKey } from '../names.ts';
import { type Compared, reasonOf } from './features.ts';
import type { Office, Reason, Unit } from './unit.ts';

const KIND: Compared = 'Person';
/** Years between terms of one office of one person: likely, possible, longest. */
const NEAR_YEARS = 4;
const FAR_YEARS = 9;
const LIFE_YEARS = 30;

/** Offices that a state has once, and of which nobody holds two at a time. */
const SEAT = new RegExp(`(?:${patternOf('identity/seats')})$`);
/** Staff of the holder: "adviser to the President". */
const BESIDE = new RegExp(`\\b(?:${patternOf('identity/beside-the-office')})\\b`);

/**
 * An office in one spelling: "Minister of Defence" is "defence minister". For an office that a
 * state has once, further words before it, extracted by mistake, are cut.
 */
export function officeOf(title: string): string {
  const key = titleKey(title)
    .replace(/s\b(?<=\b(?:president|minister|secretary)s)/g, '')
    .replace(/^minister (?:for )?(.+)$/, '$1 minister');
  if (BESIDE.test(key)) return key;
  return SEAT.exec(key)?.[0] ?? key;
}

const yearOf = (day: string) => Number(day.slice(0, 4)) + Number(day.slice(5, 7) || 6) / 12;

/** Years between two periods; 0 where they overlap, null where one is undated. */
export function yearsBetween(
  a: Pick<Office, 'first' | 'last'>,
  b: Pick<Office, 'first' | 'last'>,
): number | null {
  if (a.first === null || a.last === null || b.first === null || b.last === null) return null;
  return Math.max(0, yearOf(a.first) - yearOf(b.last), yearOf(b.first) - yearOf(a.last));
}

const isHighest = ({ title }: Office) => SEAT.exec(title)?.[0] === title;
const sameCountry = (a: Office, b: Office) => a.country !== null && a.country === b.country;
const told = ({ title, country }: Office) => (country ? `${title} of ${country}` : title);

/** Whether documents give two people an office of one country, at whatever time. */
export const shareOffice = (a: Unit, b: Unit): boolean =>
  a.offices.some((one) =>
    b.offices.some((other) => one.title === other.title && sameCountry(one, other)),
  );

/** Whether more years than those of a career lie between all offices of two people. */
export const areDecadesApart = (a: Unit, b: Unit): boolean =>
  a.offices.every((one) =>
    b.offices.every((other) => (yearsBetween(one, other) ?? 0) > LIFE_YEARS),
  );

function sameOffice(a: Unit, b: Unit): Reason | null {
  let nearest: { years: number; office: Office } | null = null;
  for (const office of a.offices)
    for (const other of b.offices) {
      if (office.title !== other.title || !sameCountry(office, other)) continue;
      const years = yearsBetween(office, other) ?? NEAR_YEARS;
      if (nearest === null || years < nearest.years) nearest = { years, office };
    }
  if (nearest === null) return null;
  const { years, office } = nearest;
  const seen = { left: told(office), right: told(office) };
  if (years <= 1) return reasonOf(KIND, 'office', isHighest(office) ? 'seat' : 'same', seen);
  if (years <= NEAR_YEARS) return reasonOf(KIND, 'office', 'near', seen);
  return years > FAR_YEARS ? reasonOf(KIND, 'office', 'far', seen) : null;
}

/** The reason against two people who hold different offices at about the same time. */
function otherOffices(a: Unit, b: Unit): Reason | null {
  let other: Reason | null = null;
  for (const one of a.offices)
    for (const two of b.offices) {
      if (one.title === two.title || !sameCountry(one, two)) continue;
      const years = yearsBetween(one, two);
      if (years === null || years > 1) continue;
      const seen = { left: told(one), right: told(two) };
      if (isHighest(one) && isHighest(two)) return reasonOf(KIND, 'office', 'exclusive', seen);
      other ??= reasonOf(KIND, 'office', 'other', seen);
    }
  return other;
}

/** Reasons from offices, their countries and their times. */
export function compareOffices(a: Unit, b: Unit): Reason[] {
  const reasons: Reason[] = [];
  const shared = a.countries.filter((country) => b.countries.includes(country));
  if (a.countries.length > 0 && b.countries.length > 0) {
    const [left, right] = [a.countries.join(', '), b.countries.join(', ')];
    reasons.push(
      shared.length > 0
        ? reasonOf(KIND, 'country', 'same', { left: shared.join(', '), right: shared.join(', ') })
        : reasonOf(KIND, 'country', 'different', { left, right }),
    );
  }
  const office = sameOffice(a, b) ?? otherOffices(a, b);
  if (office) reasons.push(office);
  const years = yearsBetween(a, b);
  if (years !== null && years > LIFE_YEARS)
    reasons.push(reasonOf(KIND, 'time', 'apart', { left: a.first, right: b.first }));
  return reasons;
}

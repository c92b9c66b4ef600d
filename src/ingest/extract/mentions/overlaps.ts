import { addTo } from '../../../grouped.ts';
import { inside, overlap } from '../../text/text.ts';
import type { Found } from './finder.ts';

const HOLDS_COUNTRIES = new Set([
  'Organisation',
  'Agreement',
  'Event',
  'ArmsSale',
  'WeaponSystem',
  'Place',
]);
const MAY_SHARE = new Set(['Agreement|ArmsSale', 'ArmsSale|Agreement']);

function clash(kept: Found, next: Found): boolean {
  if (overlap(kept, next) === 0) return false;
  if (next.kind === 'Country' && inside(next, kept) && HOLDS_COUNTRIES.has(kept.kind))
    return kept.start === next.start && kept.end === next.end;
  if (kept.kind === 'Country' && inside(kept, next) && HOLDS_COUNTRIES.has(next.kind))
    return kept.start === next.start && kept.end === next.end;
  if (MAY_SHARE.has(`${kept.kind}|${next.kind}`)) return false;
  if (
    (kept.kind === 'ArmsSale' && next.kind === 'WeaponSystem') ||
    (kept.kind === 'WeaponSystem' && next.kind === 'ArmsSale')
  )
    return false;
  return true;
}

const KNOWN_AS_PERSON: ReadonlySet<string> = new Set(['title', 'comma-title', 'says', 'rank']);

/** Without events in the names of people: "Minister Milan Holm" is no exercise Milan. */
function withoutGivenNames(found: readonly Found[]): Found[] {
  const people = found.filter(({ kind, rule }) => kind === 'Person' && KNOWN_AS_PERSON.has(rule));
  const startsAt = new Map(people.map((person) => [person.start, person]));
  return found.filter((one) => {
    const person = one.kind === 'Event' ? startsAt.get(one.start) : undefined;
    return person === undefined || one.end >= person.end;
  });
}

/** Width of a bucket of mentions, in UTF-16 units. */
const STRETCH = 256;

/**
 * Keeps the heaviest of overlapping mentions, where every 100 UTF-16 units of length add 1 to the
 * weight. Countries may lie inside other names.
 */
export function resolveOverlaps(all: Found[]): Found[] {
  const found = withoutGivenNames(all);
  const ordered = [...found].sort(
    (a, b) =>
      b.weight + (b.end - b.start) / 100 - a.weight - (a.end - a.start) / 100 ||
      a.start - b.start ||
      a.kind.localeCompare(b.kind),
  );
  const kept: Found[] = [];
  // The rule for agreements sees only the form, so a lexicon's name for the same span is kept.
  const place = ({ kind, start, end }: Found) => `${kind} ${start} ${end}`;
  const names = new Map(
    found.flatMap((one) => (one.name && one.kind === 'Agreement' ? [[place(one), one.name]] : [])),
  );
  const backgrounds = new Map(
    found.flatMap((one) => (one.background ? [[place(one), one.background]] : [])),
  );
  // Mentions are compared within their buckets only, because a long text has many.
  const near = new Map<number, Found[]>();
  const stretches = ({ start, end }: Found) => {
    const first = Math.floor(start / STRETCH);
    return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, at) => first + at);
  };
  for (const next of ordered) {
    const around = stretches(next);
    if (around.some((at) => near.get(at)?.some((other) => clash(other, next)))) continue;
    const name = next.name ?? names.get(place(next));
    const background = next.background ?? backgrounds.get(place(next));
    kept.push({ ...next, ...(name && { name }), ...(background && { background }) });
    for (const at of around) addTo(near, at, next);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

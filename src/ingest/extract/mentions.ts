import type { Finder, Found } from './find.ts';
import { findCountries } from './find-countries.ts';
import { findHappenings } from './find-happenings.ts';
import { findKnown } from './find-known.ts';
import { findOrganisations } from './find-organisations.ts';
import { findPeople } from './find-people.ts';
import { findPlaces } from './find-places.ts';
import { findSystems } from './find-systems.ts';
import type { Lexicon } from './lexicon.ts';
import { inside, type Mention, overlap, sentenceAt, squash, type Text } from './terms.ts';

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

/** UTF-16 units that are compared together. */
const STRETCH = 256;

/** The heaviest rule wins, then the longest span; countries may lie inside other names. */
function arbitrate(found: Found[]): Found[] {
  const ordered = [...found].sort(
    (a, b) =>
      b.weight + (b.end - b.start) / 100 - a.weight - (a.end - a.start) / 100 ||
      a.start - b.start ||
      a.kind.localeCompare(b.kind),
  );
  const kept: Found[] = [];
  // The rule for agreements sees only the form of a name; where the lexicon knows it, that name is kept.
  const place = ({ kind, start, end }: Found) => `${kind} ${start} ${end}`;
  const names = new Map(
    found.flatMap((one) => (one.name && one.kind === 'Agreement' ? [[place(one), one.name]] : [])),
  );
  const backgrounds = new Map(
    found.flatMap((one) => (one.background ? [[place(one), one.background]] : [])),
  );
  // Mentions are compared with those nearby only: a long text has many.
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
    for (const at of around) {
      const here = near.get(at);
      if (here) here.push(next);
      else near.set(at, [next]);
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Longer ones are no names, in UTF-16 units. */
const NAME_MAX = 500;
/** An article names some dozens of each kind, a book some hundreds. */
const NAMES_MAX = 2_000;

/** Names that a text may have: what compares each with each would not end. */
function bounded({ cut }: Text, mentions: readonly Mention[]): Mention[] {
  const names = new Map<Mention['kind'], Set<string>>();
  return mentions.filter(({ kind, text }) => {
    const known = names.get(kind) ?? new Set();
    names.set(kind, known);
    if (known.size < NAMES_MAX) known.add(text);
    else if (!known.has(text)) {
      cut.add(`only the first ${NAMES_MAX} names of kind ${kind} were read`);
      return false;
    }
    return true;
  });
}

export function findMentions(text: Text, lexicon: Lexicon): Mention[] {
  const finders: Finder[] = [
    findCountries,
    findPeople,
    findSystems,
    findOrganisations,
    findHappenings,
    findPlaces,
    findKnown(lexicon),
  ];
  const mentions: Mention[] = [];
  const short = finders
    .flatMap((finder) => finder(text))
    .filter(({ start, end }) => {
      if (end - start <= NAME_MAX) return true;
      text.cut.add(`names of more than ${NAME_MAX} characters are left out`);
      return false;
    });
  for (const { weight, ...found } of arbitrate(short)) {
    const sentence = sentenceAt(text, found);
    if (sentence)
      mentions.push({
        ...found,
        text: squash(text.clean.slice(found.start, found.end)),
        sentence: sentence.index,
      });
  }
  return bounded(text, mentions);
}

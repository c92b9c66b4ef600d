import { remembered } from '../../../remembered.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { sentenceAt, squash, type Text } from '../../text/text.ts';
import type { Mention, MentionRule } from '../vocabulary.ts';
import { isNaming } from '../vocabulary.ts';
import { findAgreements } from './agreements.ts';
import { findSales } from './arms-sales.ts';
import { findCountries } from './countries.ts';
import { findEvents } from './events.ts';
import type { Finder } from './finder.ts';
import { findInGazetteer } from './gazetteer.ts';
import { findOrganisations } from './organisations.ts';
import { resolveOverlaps } from './overlaps.ts';
import { findPeople } from './people/people.ts';
import { findPlaces } from './places.ts';
import { findSystems } from './weapon-systems.ts';

/** Longest name, in UTF-16 units. */
const NAME_MAX = 500;
/** Most distinct names of a kind; an article has dozens, a book hundreds. */
const NAMES_MAX = 2_000;

/** Drops mentions beyond that number, so that pairwise comparisons stay affordable. */
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

/** A sentence with this many letters and this share of capitals hides where names begin and end. */
const [LETTERS_MIN, CAPITALS_SHARE] = [25, 0.9];

/** UTF-16 units of the letters from a to z. */
const SMALL = { first: 97, last: 122 };
const isSmall = (unit: number) => unit >= SMALL.first && unit <= SMALL.last;

/** Whether a sentence is in capitals, so that only known names can be found in it. */
function isInCapitals(text: Text, sentence: number): boolean {
  const { start, end } = text.sentences[sentence]!;
  // Nearly all sentences have too many small letters, even if all their other signs were capitals.
  let others = end - start;
  for (let at = start; at < end; at++)
    if (isSmall(text.clean.charCodeAt(at)) && --others < CAPITALS_SHARE * (end - start))
      return false;
  const letters = text.clean.slice(start, end).replace(/\P{L}/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '').length;
  return letters.length >= LETTERS_MIN && capitals >= CAPITALS_SHARE * letters.length;
}

const KNOWN_NAMES: ReadonlySet<MentionRule> = new Set([
  'country',
  'country-form',
  'dateline',
  'known',
  'lexicon',
]);

/** Rules that may be trusted in capitals, where "SORT" is rarely the treaty. */
const isKnownName = ({ rule, kind }: Pick<Mention, 'rule' | 'kind'>) =>
  KNOWN_NAMES.has(rule) && kind !== 'Agreement' && kind !== 'WeaponSystem';

export function findMentions(text: Text, lexicon: Lexicon): Mention[] {
  const finders: Finder[] = [
    findCountries,
    findPeople,
    findSystems,
    findOrganisations,
    findAgreements,
    findEvents,
    findSales,
    findPlaces,
    findInGazetteer(lexicon),
  ];
  const mentions: Mention[] = [];
  const short = finders
    .flatMap((finder) => finder(text))
    .filter(({ start, end }) => {
      if (end - start <= NAME_MAX) return true;
      text.cut.add(`names of more than ${NAME_MAX} characters are left out`);
      return false;
    });
  const inCapitals = remembered((sentence: number) => isInCapitals(text, sentence));
  for (const { weight, ...found } of resolveOverlaps(short)) {
    const sentence = sentenceAt(text, found);
    if (sentence && (isKnownName(found) || !inCapitals(sentence.index)))
      mentions.push({
        ...found,
        text: squash(text.clean.slice(found.start, found.end)),
        sentence: sentence.index,
        named: isNaming(found.rule),
      });
  }
  return bounded(text, mentions);
}

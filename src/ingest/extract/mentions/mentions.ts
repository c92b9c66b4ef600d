import type { Lexicon } from '../../lexicon/lexicon.ts';
import { sentenceAt, squash, type Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';
import { isNaming } from '../vocabulary.ts';
import { findAgreements } from './agreements.ts';
import { findSales } from './arms-sales.ts';
import { findCountries } from './countries.ts';
import { findEvents } from './events.ts';
import type { Finder } from './finder.ts';
import { findInGazetteer } from './gazetteer.ts';
import { findOrganisations } from './organisations.ts';
import { resolveOverlaps } from './overlaps.ts';
import { findPeople } from './people.ts';
import { findPlaces } from './places.ts';
import { findSystems } from './weapon-systems.ts';

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
  for (const { weight, ...found } of resolveOverlaps(short)) {
    const sentence = sentenceAt(text, found);
    if (sentence)
      mentions.push({
        ...found,
        text: squash(text.clean.slice(found.start, found.end)),
        sentence: sentence.index,
        named: isNaming(found.rule),
      });
  }
  return bounded(text, mentions);
}

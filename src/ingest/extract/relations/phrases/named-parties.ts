import { inside, type Text } from '../../../text/text.ts';
import type { Mention, RelationMention } from '../../vocabulary.ts';
import type { Named, Names } from './names.ts';
import { ToldTogether } from './told-together.ts';

/** "U.S.-India", "Norway–Chile": what joins two names of one agreement. */
const JOINED = /^\s?[-–—/]\s?$/;
/** "an accord between A and B". */
const BETWEEN = /\bbetween (?:the )?$/;
const AND = /^,? and (?:the )?$/;
/** "Saab’s deal with the Navy". */
const OWNS = /^[’']s? /;
const WITH = /\bwith (?:the )?$/;

/** The states and bodies in the name of an agreement, in their order. */
function namesIn(name: Mention, ends: readonly Named[]): Named[] {
  return ends
    .filter(({ mention }) => mention !== name && inside(mention, name))
    .sort((a, b) => a.mention.start - b.mention.start);
}

/** Of the names in an agreement's name those that are said to be its parties. */
function partiesIn({ clean }: Text, name: Mention, names: readonly Named[]): Named[] {
  return names.flatMap((left, at) => {
    const right = names[at + 1];
    if (!right) return [];
    const before = clean.slice(name.start, left.mention.start);
    const words = clean.slice(left.mention.end, right.mention.start);
    const owned = left.mention.start === name.start && OWNS.test(words) && WITH.test(words);
    const joined = JOINED.test(words) || (BETWEEN.test(before) && AND.test(words));
    return joined || owned ? [left, right] : [];
  });
}

/**
 * Whose agreement it is, where its own name says so: "the U.S.-India Roadmap", "Saab’s deal with the
 * Navy", "an accord between Norway and Chile".
 * @param known what was found before; it is not told twice
 */
export function namedParties(names: Names, known: readonly RelationMention[]): RelationMention[] {
  const told = new ToldTogether(names, known);
  for (const agreement of names.agreements) {
    const { mention } = agreement;
    for (const party of partiesIn(names.text, mention, namesIn(mention, names.statesAndBodies)))
      told.tell('PARTY_TO', party, agreement);
  }
  return told.found;
}

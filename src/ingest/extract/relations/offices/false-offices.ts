import { TITLE_NOUNS } from '../../../lexicon/words.ts';
import { inside, overlap, type Text } from '../../../text/text.ts';
import type { RelationMention } from '../../vocabulary.ts';

/** The lexicons know whose official a person is, and it is another state. */
function isForeign({ subject, object }: RelationMention): boolean {
  const countries = subject.background?.countries ?? [];
  return (
    object.kind === 'Country' &&
    countries.length > 0 &&
    !countries.includes(String(object.properties.iso2))
  );
}

const ACTS: ReadonlySet<string> = new Set(['VERB', 'AUX']);
/** What someone does who holds an office. */
const OF_OFFICE =
  /\b(?:leads?|led|heads?|headed|commands?|chairs?|serv(?:es?|ed|ing)|runs?|works?|worked|became|appointed|named|elected)\b/;

/** "Ann Berg sued the Navy": a verb stands between person and body, and no office names the body. */
function isActedOn(
  text: Text,
  { subject, object, subjectMention, objectMention }: RelationMention,
): boolean {
  if (object.kind !== 'Organisation' || subjectMention.sentence !== objectMention.sentence)
    return false;
  const [left, right] = [subjectMention, objectMention].sort((a, b) => a.start - b.start);
  const between = { start: left!.end, end: right!.start };
  if (OF_OFFICE.test(text.clean.slice(between.start, between.end))) return false;
  const titles = subject.mentions.flatMap(({ title }) => title ?? []);
  if (titles.some((title) => object.mentions.some((one) => overlap(one, title) > 0))) return false;
  return text.sentences[subjectMention.sentence]!.tokens.some(
    (token) => inside(token, between) && ACTS.has(token.pos) && token.text === token.lower,
  );
}

/** "the ambassador to India" serves another state. */
const SENT_TO =
  /\b(?:ambassador|envoy|emissary|representative)(?: extraordinary and plenipotentiary)?(?: of the united states(?: of america)?)? to (?:the )?$/i;
/** "the head of Saab in Brazil" serves Saab. */
const NAME_IN = /(?<name>\p{Lu}[\p{L}&-]*) in (?:the )?$/u;
/** "a Yemen analyst", "a Navy veteran": what people are without serving the state or body. */
const OF_NONE =
  /^ (?:[\p{L}-]+ ){0,3}(?:veterans?|reservists?|citizens?|nationals?|immigrants?|ancestry|descent|heritage|business(?:wo)?m[ae]n|lawyers?)(?!\p{L})/u;
const STUDIES =
  /^ (?:[\p{L}-]+ ){0,3}(?:analysts?|experts?|surgeons?|doctors?|commentators?|scholars?|authors?|journalists?|reporters?)(?!\p{L})/u;
const BEFORE = 90;
const BEHIND = 60;
/** Whether a state is named as the one to which a diplomat is sent. */
export const isSentTo = ({ clean }: Text, { objectMention: { start } }: RelationMention): boolean =>
  SENT_TO.test(clean.slice(Math.max(0, start - BEFORE), start));

function isOfBodyThere({ clean }: Text, { object, objectMention }: RelationMention): boolean {
  if (object.kind !== 'Country') return false;
  const { start } = objectMention;
  const name = NAME_IN.exec(clean.slice(Math.max(0, start - BEFORE), start))?.groups?.name;
  return name !== undefined && !TITLE_NOUNS.has(name.toLowerCase());
}

/** "President Ann Berg, Norway" of one line of a list says nothing of who stands in another. */
function isOfOtherItem(
  { sentences, blocks }: Text,
  { subjectMention, objectMention }: RelationMention,
): boolean {
  const [one, other] = [subjectMention, objectMention].map(
    ({ sentence }) => sentences[sentence]!.block,
  );
  return one !== other && blocks[one!]!.kind === 'list' && blocks[other!]!.kind === 'list';
}

/** How people are addressed, which is no office. */
const ADDRESS = /^(?:Mr|Mrs|Ms|Dr)\.?$/;
const PLACE_BEFORE = /\b(?:in|to|from|at|near|into|across)(?: the)? $/i;

/** "In Chile, Mr. Holm met" is where someone is; only an official of the state needs no more words. */
function isElsewhere({ clean }: Text, fact: RelationMention): boolean {
  const { object, subjectMention, objectMention } = fact;
  const { title } = subjectMention;
  const office = title && clean.slice(title.start, title.end);
  if (object.kind !== 'Country' || (office && !ADDRESS.test(office))) return false;
  const { start } = objectMention;
  return PLACE_BEFORE.test(clean.slice(Math.max(0, start - BEFORE), start));
}

function isPrivate({ clean }: Text, { object, objectMention: { end } }: RelationMention): boolean {
  const behind = clean.slice(end, end + BEHIND);
  return OF_NONE.test(behind) || (object.kind === 'Country' && STUDIES.test(behind));
}

/**
 * Without offices of states that a person does not serve, "President Zelenskyy assured the American
 * people", and of bodies that it only acts on.
 */
export const withoutFalseOffices = (
  text: Text,
  facts: readonly RelationMention[],
): RelationMention[] =>
  facts.filter(
    (fact) =>
      fact.type !== 'HOLDS_POSITION' ||
      !(
        isForeign(fact) ||
        isSentTo(text, fact) ||
        isPrivate(text, fact) ||
        isOfOtherItem(text, fact) ||
        isElsewhere(text, fact) ||
        isOfBodyThere(text, fact) ||
        isActedOn(text, fact)
      ),
  );

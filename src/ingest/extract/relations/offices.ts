import { inside, overlap, type Text } from '../../text/text.ts';
import type { RelationMention } from '../vocabulary.ts';

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
const SENT_TO = /\b(?:ambassador|envoy|emissary|representative) to (?:the )?$/i;
const BEFORE = 30;
const isSentTo = ({ clean }: Text, { objectMention: { start } }: RelationMention) =>
  SENT_TO.test(clean.slice(Math.max(0, start - BEFORE), start));

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
      !(isForeign(fact) || isSentTo(text, fact) || isActedOn(text, fact)),
  );

import type { EntityKind } from '../../../../model/kinds.ts';
import { COMPANY_NOUNS } from '../../../lexicon/words.ts';
import type { Text } from '../../../text/text.ts';
import type { RelationMention } from '../../vocabulary.ts';
import type { Named, Names, Neighbours } from './names.ts';
import { ToldTogether } from './told-together.ts';

/** "have today", "then": what may stand before a verb. */
const SOON = String.raw`(?:(?:also|jointly|recently|today|yesterday|then|had|have|has) ){0,3}`;
/** Words of an agreement's own that may stand before its head: "a landmark defence". */
const OWN = String.raw`(?:(?!with|to|for|after|before|during|about|against|that|off|under)[\w’'$.,-]+ ){0,6}`;
const SIGNERS_FIRST = new RegExp(`^ ${SOON}(?:signed|inked|sealed|signs?|inks?) ${OWN}$`);
const PARTNERS_FIRST = new RegExp(`^ ${SOON}(?:concluded|finali[sz]ed|reached|struck) ${OWN}$`);
const ABOUT = String.raw`(?: \([^)]{1,20}\))?(?:,? (?:in|on) [\p{L}\d ]{2,30}?,?)?`;
/** Those whose agreement it is stand behind it. */
const BETWEEN = new RegExp(`^s?${ABOUT} (?:between|with) (?:the )?$`, 'u');
const SIGNED_BY = new RegExp(
  `^s?${ABOUT},? (?:(?:was|were|which was) )?(?:signed|inked) by (?:the )?$`,
  'u',
);
/** "the signing of an" before an agreement. */
const SIGNING = /\b(?:signing|signature) of (?:[\w-]+ ){0,5}$/;
const BEFORE = 60;
/** "Hungary’s power company", "a number of Indian firms": not the state is the party. */
const IS_BUSINESS = new RegExp(
  `^(?:[’']s?)? (?:[\\p{Ll}-]+ ){0,2}(?:${COMPANY_NOUNS}|compan(?:y|ies)|universit(?:y|ies)|institutes?|operators?|industry|industries|banks?|business(?:es)?|shipyards?|providers?)(?:e?s)?(?!\\p{L})`,
  'u',
);

const PARTIES: ReadonlySet<EntityKind> = new Set(['Country', 'Organisation']);
const SIGNERS: ReadonlySet<EntityKind> = new Set([...PARTIES, 'Person']);

interface Said {
  readonly parties: Named;
  readonly agreement: Named;
  readonly signed: boolean;
}

function saidBy(
  { clean }: Text,
  { words, subject, object, subjectMention, objectMention }: Neighbours,
): Said | null {
  const left = { entity: subject, mention: subjectMention };
  const right = { entity: object, mention: objectMention };
  if (object.kind === 'Agreement') {
    const signed = SIGNERS_FIRST.test(words);
    return signed || PARTNERS_FIRST.test(words)
      ? { parties: left, agreement: right, signed }
      : null;
  }
  if (subject.kind !== 'Agreement') return null;
  const { start } = subjectMention;
  if (SIGNED_BY.test(words)) return { parties: right, agreement: left, signed: true };
  if (!BETWEEN.test(words)) return null;
  const signed = SIGNING.test(clean.slice(Math.max(0, start - BEFORE), start));
  return { parties: right, agreement: left, signed };
}

/**
 * Whose agreement it is, and who signed it, where a fixed phrase joins the two: "A and B signed a pact",
 * "an accord between A and B". Those who stand in one list did so together.
 * @param known what the scorer found; it is not told twice
 */
export function pacts(names: Names, known: readonly RelationMention[]): RelationMention[] {
  const told = new ToldTogether(names, known);
  for (const ends of names.neighbours) {
    const said = saidBy(names.text, ends);
    if (!said) continue;
    const { parties, agreement, signed } = said;
    for (const party of told.actors(parties)) {
      const { kind } = party.entity;
      if (signed && SIGNERS.has(kind)) told.tell('SIGNED', party, agreement);
      if (PARTIES.has(kind)) told.tell('PARTY_TO', party, agreement);
    }
  }
  return told.found;
}

/** Words of a signing; "agreed to a framework" is none. */
const SIGNING_WORDS = /\b(?:co-?sign|sign|ink|seal|conclud|initial|exchang)/i;

function isSigned({ clean, sentences }: Text, fact: RelationMention): boolean {
  const at = [fact.subjectMention.sentence, fact.objectMention.sentence];
  return at.some((number) => {
    const { start, end } = sentences[number]!;
    return SIGNING_WORDS.test(clean.slice(start, end));
  });
}

/**
 * Without signings where nobody signs, and without states whose companies or universities sign: "a
 * memorandum between two Indian firms".
 */
export const withoutFalseParties = (
  text: Text,
  facts: readonly RelationMention[],
): RelationMention[] =>
  facts.filter((fact) => {
    const { type, subject, subjectMention } = fact;
    if (type === 'SIGNED' && !isSigned(text, fact)) return false;
    const isState = subject.kind === 'Country' && (type === 'PARTY_TO' || type === 'SIGNED');
    const behind = text.clean.slice(subjectMention.end, subjectMention.end + BEFORE);
    return !isState || !IS_BUSINESS.test(behind);
  });

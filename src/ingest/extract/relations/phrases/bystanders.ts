import { grouped } from '../../../../grouped.ts';
import type { Text } from '../../../text/text.ts';
import type { RelationMention } from '../../vocabulary.ts';

const ADVERBS =
  'afterwards?|later|then|also|subsequently|finally|thereafter|soon|himself|herself|had|has|have';
/** Words behind a name that make it the one who signs: " of Norway, who then signed". */
const SIGNS = new RegExp(
  String.raw`^(?:,? (?:of|from) (?:the )?\p{Lu}[\p{L}. -]{2,40}?)?(?:,? who)?(?: (?:${ADVERBS})){0,3} (?:signed|inked|initialled|sealed)\b`,
  'u',
);
/** Between two names: another act, of which the signing is no part. */
const OTHER_ACT =
  /[.!?] |\b(?:met|meets|hosted|hosts|welcomed|received|visited|told|thanked|joined|invited|congratulated|spoke|talked|that)\b/i;
/** Both sign: "that he and Minister Holm signed". */
const TOGETHER = /\b(?:he|she|they|both)\b|(?<!,) and (?:[\p{L}.-]+ ){0,4}$/u;

/** "A similar accord with the president": the other signs it, too. */
const WITH_OTHER = /^[^.;]{0,40}\bwith\b/;

/** Whether another of the signers, named behind a person of another act, is the one who signs. */
function isBystander(
  { clean }: Text,
  { type, subject, subjectMention, objectMention }: RelationMention,
  signings: readonly RelationMention[],
): boolean {
  if (type !== 'SIGNED' || subject.kind !== 'Person') return false;
  if (WITH_OTHER.test(clean.slice(objectMention.end, objectMention.end + 50))) return false;
  return signings.some(({ subject: signer, subjectMention: at }) => {
    if (signer === subject) return false;
    if (at.start < subjectMention.end || at.end > objectMention.start) return false;
    const between = clean.slice(subjectMention.end, at.start);
    return (
      SIGNS.test(clean.slice(at.end, objectMention.start)) &&
      OTHER_ACT.test(between) &&
      !TOGETHER.test(between)
    );
  });
}

/** Without those who only met, or told of, the one who signs: "A met B, who then signed the treaty". */
export function withoutBystanders(
  text: Text,
  facts: readonly RelationMention[],
): RelationMention[] {
  const signings = grouped(
    facts.filter(({ type }) => type === 'SIGNED'),
    ({ object }) => object,
  );
  return facts.filter((fact) => !isBystander(text, fact, signings.get(fact.object) ?? []));
}

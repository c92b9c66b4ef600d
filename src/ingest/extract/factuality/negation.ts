import type { RelationshipType } from '../../../model/relationships.ts';
import { anyOf } from '../../text/pattern.ts';
import { READING } from '../relationship-types.ts';

const SIGNING = '(?:sign|ink|conclud|seal|join|ratif)';
const HAVING =
  '(?:operat|field|buy|bought|purchas|order|acquir|receiv|deliver|suppl|sell|sold|approv|manufactur|produc)';
const COMING =
  '(?:attend|participat|take part|took part|taken part|join|visit|meet|met\\b|travel|host|hold|held)';

const AUXILIARY = '(?:do|does|did|will|would|has|have|had|is|are|was|were)';
const NOT_DOING = anyOf(
  '(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fail(?:s|ed|ing)?) to',
  'never(?: yet)?|no longer|(?:could|would|should) have(?: been)?',
  `(?:${AUXILIARY}(?: not|n[’']t| never)|won[’']t)(?: yet)?(?: be(?:en)?)?`,
  String.raw`neither\b[^.;]{1,60}\bnor\b[^.;,]{1,40}?`,
);
/** Words that negate an act: "refused to sign", "no longer operates", "neither A nor B signed". */
const notDone = (act: string) => String.raw`\b${NOT_DOING} ${act}`;

const ENCOUNTER = '(?:meetings?|visit|talks|summit|exercises?|drills?|trip|dialogue|conference)';
/** Words between an encounter and its cancellation that introduce no other subject. */
const OF_ENCOUNTER = String.raw`(?:(?!\b(?:said|says|told|that|which|where|contract|deal|order|sale|agreement)\b)[^.;,]){0,120}`;
const WAS = '(?:was|were|(?:has|have|had) been|is|are)';
const OWN = '(?:the|a|an|his|her|its|their|this|planned|joint|annual|state|official)';
/** "The summit in Oslo was called off", "cancelled a visit". */
const CANCELLED = anyOf(
  String.raw`\b${ENCOUNTER}\b${OF_ENCOUNTER}\b${WAS} (?:\w+ly )?(?:cancel|called off|scrapped)`,
  String.raw`\b(?:cancel(?:s|l?ed)|call(?:s|ed) off|scrapped) (?:${OWN} ){1,3}${ENCOUNTER}\b`,
);
/** "Congress blocked the sale", but not "blocked a resolution against the sale". */
const STOPPED = String.raw`\b(?:block(?:s|ed)|veto(?:es|ed)|reject(?:s|ed)|turned down) (?:(?!resolution|motion|bid|attempt|effort)[\w$.-]+ ){0,3}?(?:sales?|deal|transfer|exports?)\b`;

const NEGATIONS = {
  sign: new RegExp(notDone(SIGNING), 'i'),
  have: new RegExp(notDone(HAVING), 'i'),
  approve: new RegExp(`${notDone(HAVING)}|${STOPPED}`, 'i'),
  attend: new RegExp(`${notDone(COMING)}|${CANCELLED}`, 'i'),
};

const actOf = (type: RelationshipType | 'PROPERTY') =>
  type === 'PROPERTY' ? null : READING[type].negation;

/** Whether the clause negates the act that the relationship follows from. */
export function isNegated(type: RelationshipType | 'PROPERTY', clause: string): boolean {
  const act = actOf(type);
  return act !== null && NEGATIONS[act].test(clause);
}

const MAY_SIGN = /\b(?:may|might|could) (?:(?:soon|yet|also|\w+ly) )?(?:sign|ink|conclude|join)\b/;

/** Whether the clause only considers a signing, which binds nobody yet. */
export function isHedged(type: RelationshipType | 'PROPERTY', clause: string): boolean {
  return actOf(type) === 'sign' && MAY_SIGN.test(clause);
}

/** The beginning of another clause, which may be about others: "but Sweden refused". */
const NEXT_CLAUSE = new RegExp(
  anyOf(
    String.raw`;|[ ,](?:but|while|whereas|although|though|after|before|when|because|since|despite)\b`,
    String.raw`(?: and|,) (?:the )?\p{Lu}\w+ (?:refus|declin|fail|never|no longer|did|has|had|will|would|could)`,
  ),
  'u',
);

/** "An agreement that, once in force, will enable": the clause is about its future effects. */
const CONSEQUENCE = /,? (?:that|which)\b,?/;

/** Cuts a relative clause behind the last end of a fact. */
export function withoutConsequence(upTo: string, behind: string): string {
  const at = behind.search(CONSEQUENCE);
  return upTo + (at < 0 ? behind : behind.slice(0, at));
}

/** Cuts the clauses before the first end and behind the last end of a fact. */
export function clauseOf(before: string, within: string, behind: string): string {
  const own = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  const next = behind.search(NEXT_CLAUSE);
  return own + within + (next < 0 ? behind : behind.slice(0, next));
}

import {
  AGREEMENT_HEADS,
  AGREEMENT_MODIFIERS,
  NAMED_AGREEMENT_HEADS,
} from '../../lexicon/words.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import { NUMBER_IN_WORDS } from '../values/numbers.ts';
import {
  CAP,
  type Finder,
  type Found,
  foundAs,
  matches,
  pattern,
  withoutArticle,
} from './finder.ts';

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DATE = String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th)?,?(?: of)? ${MONTH}`;
const AMERICAN = String.raw`U\.S\.(?:[-–][A-Z]\w+)`;
const RUN = String.raw`(?:(?:${AMERICAN}*|${CAP}|\d+(?:\+\d+)?|[“"]|and|of|for|on|in|the|&|to) )`;
const FIELD =
  '(?:the )?(?:Fields?|Areas?|Sphere|Defen[cs]e|Security|Science|Space|Trade|Matters)(?![\\w])';
/** "on Security Cooperation" belongs to a name; "on Monday" and "in Berlin" are time and place. */
const TOPIC_OF_AGREEMENT = `(?:for|of|between|on(?! (?:${WEEKDAY}|${MONTH}|${DATE}))|in(?= ${FIELD}))`;
/** "Fish, Timber, and Grain". */
const LIST = String.raw`${CAP}(?:, ${CAP})+,? and ${CAP}`;
const TOPIC = String.raw`${TOPIC_OF_AGREEMENT} (?:the )?(?:${LIST}|${CAP}|\d+\w*)`;
const MORE_TOPIC = String.raw`(?: (?:and|of|for|the|${TOPIC_OF_AGREEMENT}|${CAP}|\d+\w*))*(?<! (?:and|of|for|the|on|in))`;
const NAMED_AGREEMENT = pattern(
  [
    String.raw`(?<![\w-])(?:${AMERICAN}+|${CAP}|\d+-[Yy]ear) ${RUN}{0,9}?`,
    String.raw`(?:${NAMED_AGREEMENT_HEADS})(?![\w])(?: ${TOPIC}${MORE_TOPIC})?`,
  ].join(''),
);
/** "An Agreement on Fisheries": a name that begins with its head. */
const HEAD_FIRST = pattern(
  String.raw`(?<![\w-])(?:Agreement|Arrangement|Convention|Protocol|Pact|Treaty)(?= (?:on|for) )(?: ${TOPIC}${MORE_TOPIC})`,
);
const YEARS = String.raw`(?:\d+|${NUMBER_IN_WORDS})-year`;
const AGREEMENT = pattern(
  String.raw`(?<![\w-])(?:${YEARS} )?(?:(?:${AGREEMENT_MODIFIERS}) ){0,5}(?:${AGREEMENT_HEADS})(?![\w-])`,
  'gi',
);
/** Words that only sound like one: "within the framework of the attacks", "futures contracts", "mutual understanding". */
const FIGURE_OF_SPEECH = /\b(?:within|in|under) the $/i;
const FUTURES = /\b(?:futures|employment|phone|cable|rookie|mutual|better|deeper|greater) $/i;
/** A name that goes on is that of a body: "Strategic Partnership Forum". */
const BODY_BEHIND =
  /^\s+(?:Forum|Council|Group|Committee|Commission|Office|Agency|Institute|Foundation)\b/;
/** Acts of parliament and plans are agreements only where no better mention overlaps. */
const ACTS = /\b(?:Act|Plan|Program|Programme|Strategy)$/;

function agreementKind(text: string): string {
  const t = text.toLowerCase();
  if (/framework agreement$/.test(t)) return 'framework';
  if (/trade/.test(t)) return 'trade_deal';
  if (/memorand\w+ of (?:agreement|arrangement|implementation)/.test(t)) return 'other';
  if (/memorand|\bmous?\b|letter of intent/.test(t)) return 'mou';
  if (/joint (?:(?:vision )?(?:statement|communiq)|declaration)|\bdeclaration$/.test(t))
    return 'joint_statement';
  if (
    /offer and acceptance|letter of acceptance|framework contract|(?:definitive|offset|purchase|supply|procurement|loan|sales?) agreement/.test(
      t,
    )
  )
    return 'contract';
  if (
    /treaty|convention|\bcharter\b|\baccords\b|accord$|mutual defen[cs]e|reciprocal access/.test(t)
  )
    return 'treaty';
  if (/framework/.test(t)) return 'framework';
  if (/initiative|compact|\bindus\b|icet|partnership for|strategy|innovation|platform/.test(t))
    return 'initiative';
  return /contract|order|[$€£]/.test(t) ? 'contract' : 'other';
}

/** Agreements, named or only described by a head word. */
export const findAgreements: Finder = (text) => {
  const found: Found[] = [];
  for (const { start, match } of matches(text, NAMED_AGREEMENT)) {
    const { text: name, skip } = withoutArticle(match[0]);
    const end = start + match[0].length;
    if (!/\s/.test(name) || text.clean[start + skip - 1] === '(') continue;
    if (BODY_BEHIND.test(text.clean.slice(end, end + 16))) continue;
    const plan = ACTS.test(name);
    found.push(
      foundAs(
        {
          kind: 'Agreement',
          rule: plan ? 'named-plan' : 'named',
          weight: plan ? 4 : 8.5,
          properties: { kind: agreementKind(name) },
        },
        start + skip,
        name,
      ),
    );
  }
  for (const { start, match } of matches(text, HEAD_FIRST)) {
    const properties = { kind: agreementKind(match[0]) };
    found.push(
      foundAs({ kind: 'Agreement', rule: 'named', weight: 8, properties }, start, match[0]),
    );
  }
  for (const { start, match } of matches(text, AGREEMENT)) {
    const before = text.clean.slice(Math.max(0, start - 16), start);
    if (FUTURES.test(before)) continue;
    if (/^framework$/i.test(match[0].trim()) && FIGURE_OF_SPEECH.test(before)) continue;
    const properties = { kind: agreementKind(match[0]) };
    found.push(
      foundAs({ kind: 'Agreement', rule: 'head', weight: 2, properties }, start, match[0]),
    );
  }
  return found;
};

import { AGREEMENT_HEADS, EVENT_HEADS, SALE_HEADS } from '../../lexicon/words.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import { NUMBER_IN_WORDS } from '../values/numbers.ts';
import type { MentionRule } from '../vocabulary.ts';
import { CAP, type Finder, type Found, matches, pattern } from './finder.ts';
import { valuedSales } from './valued-sales.ts';

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DATE = String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th)?,?(?: of)? ${MONTH}`;
const RUN = String.raw`(?:(?:U\.S\.(?:[-–][A-Z]\w+)*|${CAP}|\d+(?:\+\d+)?|[“"]|and|of|for|on|in|the|&|to) )`;
/** "on Security Cooperation" belongs to a name, "on Monday" and "in Berlin" tell when and where it was signed. */
const TOPIC_OF_AGREEMENT = String.raw`(?:for|of|between|on(?! (?:${WEEKDAY}|${MONTH}|${DATE}))|in(?= (?:the )?(?:Fields?|Areas?|Sphere|Defen[cs]e|Security|Science|Space|Trade|Matters)(?![\w])))`;
const NAMED_AGREEMENT = pattern(
  String.raw`(?<![\w-])(?:U\.S\.(?:[-–][A-Z]\w+)+|${CAP}|\d+-[Yy]ear) ${RUN}{0,9}?(?:Agreement|Treaty|Pact|Accord|Framework|Memorand(?:um|a) of [A-Z]\w+|Declaration|Joint Statement|Initiative|Partnership|Arrangement|Protocol|Convention|Charter|Roadmap|Action Plan|Guidelines|Compact|COMPACT|Strategy|Accords|Contract|MOU|MoU|Act|Plan|Program|Programme|Understanding)(?![\w])(?: ${TOPIC_OF_AGREEMENT} (?:the )?(?:${CAP}|\d+\w*)(?: (?:and|of|for|the|${TOPIC_OF_AGREEMENT}|${CAP}|\d+\w*))*(?<! (?:and|of|for|the|on|in)))?`,
);
const AGREEMENT = pattern(
  String.raw`(?<![\w-])(?:(?:\d+|ten|five|three|two|one)-year )?(?:(?:new|landmark|bilateral|trilateral|defen[cs]e|security|framework|cooperation|strategic|commercial|trade|loan|guarantee|military|technical|production|licensing|agreement|purchase|offset|definitive|joint|technology transfer|major|long-term|preliminary|free|supply|logistics|arms) ){0,5}(?:${AGREEMENT_HEADS})(?![\w-])`,
  'gi',
);
const NAMED_EVENT = pattern(
  String.raw`(?<![\w-])(?:(?:Operation|Exercise|Ex|Exercises) (?:${CAP})(?: (?:${CAP}|\d{1,4}))*|(?:(?:U\.S\.(?:[-–][A-Z]\w+)*|${CAP}|\d+(?:\+\d+)?|\d+(?:st|nd|rd|th)) )(?:(?:U\.S\.(?:[-–]\w+)*|${CAP}|and|of|the|for|on|\d+(?:\+\d+)?) ){0,7}?(?:Summit|Dialogue|Conference|Forum|Meeting|Airshow|Air ?Show|Expo|Exhibition|Exercise|Talks|Ministerial|Consultations|Consultative Committee|Council Meeting|Symposium|Games|Visit|Mission)(?![a-z])(?: \d{4})?)`,
);
const EVENT = pattern(
  String.raw`(?<![\w-])(?:(?:phone|telephone|video|courtesy|summit|two-plus-two|bilateral|trilateral|official|working|state|joint|military|naval|live-fire|annual|high-level|in-person|virtual) ){0,3}(?:${EVENT_HEADS})(?![\w-])`,
  'gi',
);
/** "a contract for 97 Tejas": a sale that is told by its count. */
const COUNTED_SALE = pattern(
  String.raw`(?<![\w-])(?:${SALE_HEADS}|supply|transfer|delivery) (?:of|for) (?:(?:up to|about|around|some|an additional|another|at least) )?(?=(?:\d{1,4}|${NUMBER_IN_WORDS})(?: [a-z-]+){0,3} [A-Z]\w*\d?)`,
);
const SALE = pattern(
  String.raw`(?<![\w-])(?:(?:possible|proposed|potential|major|new|defen[cs]e|military|arms|weapons|missile|aircraft|follow-on|direct commercial|Foreign Military|foreign military|government-to-government|firm-fixed-price|cost-plus-fixed-fee) ){0,4}(?:${SALE_HEADS}|Foreign Military Sale(?! (?:[Pp]rogram|[Pp]rocess|[Cc]hannel|[Rr]oute|[Ss]ystem)))(?![\w-])`,
  'g',
);
const SELLING =
  /(?<![\w-])(?:sold|sell(?:s|ing)?|buy(?:s|ing)?|bought|purchased|procured?|procuring|ordered|deliver(?:ed|y|ies)|supplied|transfer(?:red)?)(?![\w-])/g;
const ACTS = /\b(?:Act|Plan|Program|Programme|Strategy)$/;
/** In a headline every word is a capital: "Minister On Meeting" is no name. */
const HEADLINE = /\b(?:On|With|At|In|From|After|Says?|Meets?|Ahead|During|Hails?|Seeks?)\b/;
const TAIL_OF_EVENT =
  /(?:^|\s)(?:met|meet|spoke|visit(?:ed|ing)?|toured|travel(?:s|led|ed|ing)?|hosted|welcomed|received|arrived|called on|call)$/i;

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
  if (/treaty|convention|\baccords\b|accord$|mutual defen[cs]e|reciprocal access/.test(t))
    return 'treaty';
  if (/framework/.test(t)) return 'framework';
  if (/initiative|compact|\bindus\b|icet|partnership for|strategy|innovation|platform/.test(t))
    return 'initiative';
  return /contract|order|[$€£]/.test(t) ? 'contract' : 'other';
}

function eventKind(text: string): string {
  const t = text.toLowerCase();
  if (/courtesy call|reception|briefing/.test(t)) return 'meeting';
  if (/\bconflict|\bclash|\bbattle/.test(t)) return 'operation';
  if (/two-plus-two/.test(t)) return 'dialogue';
  if (
    /\bcall(?:s|ed)?$|call\b(?! on)|spoke|phone|telephone|conversation/.test(t) &&
    !/called on/.test(t)
  )
    return 'call';
  if (/visit|trip|travel|tour|hosted|welcomed|arrived/.test(t)) return 'visit';
  if (/summit/.test(t)) return 'summit';
  if (/dialogue|consultation|2\+2/.test(t)) return 'dialogue';
  if (/exercise|drill|games|\bex\b/.test(t)) return 'exercise';
  if (/operation|campaign/.test(t)) return 'operation';
  if (
    /meet|met\b|talks|discussion|interaction|ministerial|session|called on|received|roundtable|encounter|gathering|face-to-face|negotiation/.test(
      t,
    )
  )
    return 'meeting';
  return 'other';
}

const of = (
  kind: Found['kind'],
  rule: MentionRule,
  weight: number,
  start: number,
  matched: string,
  properties = {},
): Found => {
  const text = matched.trim();
  const from = start + matched.indexOf(text);
  return { start: from, end: from + text.length, kind, rule, weight, properties };
};

const ARTICLE =
  /^(?:The|This|That|In|On|At|An|A|As|Under|And|For|With|Its|Their|Both|During|After|Before|By|Today|Also)\s+(?:the\s+)?/;
const withoutArticle = (matched: string) => ({
  text: matched.replace(ARTICLE, ''),
  skip: ARTICLE.exec(matched)?.[0].length ?? 0,
});

/** Agreements, events and sales, named or only described by a head word. */
export const findHappenings: Finder = (text) => {
  const found: Found[] = [];
  for (const { start, match } of matches(text, NAMED_AGREEMENT)) {
    const { text: name, skip } = withoutArticle(match[0]);
    if (/\s/.test(name) && text.clean[start + skip - 1] !== '(')
      found.push(
        of(
          'Agreement',
          ACTS.test(name) ? 'named-plan' : 'named',
          ACTS.test(name) ? 4 : 8.5,
          start + skip,
          name,
          { kind: agreementKind(name) },
        ),
      );
  }
  for (const { start, match } of matches(text, AGREEMENT))
    found.push(of('Agreement', 'head', 2, start, match[0], { kind: agreementKind(match[0]) }));
  for (const { start, match } of matches(text, NAMED_EVENT)) {
    const { text: name, skip } = withoutArticle(match[0]);
    if (/\s/.test(name) && !HEADLINE.test(name))
      found.push(of('Event', 'named', 8, start + skip, name, { kind: eventKind(name) }));
  }
  for (const { start, match } of matches(text, EVENT))
    found.push(
      of('Event', TAIL_OF_EVENT.test(match[0]) ? 'verb' : 'head', 2, start, match[0], {
        kind: eventKind(match[0]),
      }),
    );
  for (const { start, end } of valuedSales(text))
    found.push({ start, end, kind: 'ArmsSale', rule: 'valued', weight: 7, properties: {} });
  for (const { start, match } of matches(text, COUNTED_SALE))
    found.push(of('ArmsSale', 'counted', 3, start, match[0]));
  for (const { start, match } of matches(text, SALE))
    found.push(
      of(
        'ArmsSale',
        /foreign military/i.test(match[0]) ? 'fms' : 'head',
        /foreign military/i.test(match[0]) ? 6 : 2.5,
        start,
        match[0],
      ),
    );
  for (const { start, match } of matches(text, SELLING))
    found.push(of('ArmsSale', 'verb', 1, start, match[0]));
  return found;
};

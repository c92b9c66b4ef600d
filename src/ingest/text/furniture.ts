import { patternOf } from '../lexicon/word-list.ts';
import { MONTH_NAMES } from './months.ts';
import { isAppeal } from './page/appeals.ts';

const MONTH = MONTH_NAMES.join('|');
/** Lines of page furniture, whatever their length. */
const OPENING = new RegExp(
  `^(?:${patternOf('pages/page-openings')}|(?:${MONTH}) \\d+, \\d{4}.{0,20}$)`,
  'i',
);
/** Lines about the author. */
const AUTHOR =
  /^(?:\p{Lu}[\p{L}.'’-]* ){2,4}is (?:an?|the) (?:[\w&-]+ ){0,6}(?:reporter|writer|correspondent|journalist|editor|columnist|contributor)\b/u;
/** Consent to cookies, and messages of a paywall. */
const CONSENT = new RegExp(`\\b(?:${patternOf('pages/consent')})`, 'i');
/** Words that begin furniture but also sentences: "Share this burden, the minister said …". */
const MAY_BE_FURNITURE =
  /^(?:recommended|related|share (?:this|on)|subscribe|sign up|advertisement|copyright|disclaimer)\b/i;
const TO_THE_READER =
  /\b(?:your|our|newsletters?|inbox|e-?mail|this (?:article|story|page|post|(?:web)?site)|facebook|twitter|whatsapp|rights reserved|click|log ?in|cookies?)\b/i;
const isSubstance = (line: string) =>
  line.split(' ').length >= 10 && /[.!?][”"’')]*$/.test(line) && !TO_THE_READER.test(line);
const CAPTION =
  /^(?:image|photo|picture|file photo|representative (?:image|photo|picture)|illustration)\b.{0,200}$/i;
/** The photographer behind a caption. */
const CREDIT = new RegExp(patternOf('pages/credits'), 'i');
/** Share prices: "ABC 12.50 +1.2%". */
const TICKER = /^[^.!?]{1,40}\s[$€£]?\d[\d.,]*\s+[+\-−▲▼]\s?\d[\d.,]*\s?%?(?:\s.{0,20})?$/;
const SHARE_BAR = new Set(
  'share tweet email e-mail print facebook twitter x linkedin whatsapp telegram reddit pinterest copy link save listen comment comments more'.split(
    ' ',
  ),
);
const SHARE = /^share (?:on|via|with|by|to) \S+(?: \S+)?$/i;
/** Names of other pages beside each other. */
const LINKS = /^[^.!?]+(?: [·•] [^.!?]+){2,}$/;
const isShareBar = (line: string) => {
  const words = line
    .toLowerCase()
    .split(/[\s|·,•/]+/)
    .filter(Boolean);
  return words.length >= 2 && words.every((word) => SHARE_BAR.has(word));
};
/** A line that separates paragraphs. */
const RULE = /^[-*_=~#.•· ]+$/;
const [CAPTION_MAX, FURNITURE_MAX] = [300, 400];

/** Whether a paragraph is page furniture: links, captions, authors, bars. */
export function isFurniture(line: string): boolean {
  if (RULE.test(line) || isAppeal(line)) return true;
  if (line.length < CAPTION_MAX && (CAPTION.test(line) || CREDIT.test(line))) return true;
  if (line.length < FURNITURE_MAX) {
    if ([OPENING, AUTHOR, CONSENT, TICKER, SHARE, LINKS].some((one) => one.test(line))) return true;
    if (isShareBar(line) || (MAY_BE_FURNITURE.test(line) && !isSubstance(line))) return true;
  }
  return line.split(',').length >= 9 && !/[.;]( |$)/.test(line);
}

/** A line that is one link, such as a headline of another page. */
const LINK_LINE =
  /^[ \t]*(?:(?:[-*•–+]|\d{1,2}[.)])[ \t]+)?\[[^\][\n]{1,300}\]\([^\s()]{1,1000}\)[ \t]*$/;
const FRONT_MATTER_LINES = 60;

/**
 * Numbers, from 0, of source lines that belong to the page and not to the article: links to other
 * pages, and data above the text.
 */
export function furnitureLines(source: string): ReadonlySet<number> {
  const lines = source.split('\n');
  const found = new Set<number>();
  for (const [at, line] of lines.entries()) if (LINK_LINE.test(line)) found.add(at);
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => line.trimEnd() === '---');
  if (lines[0]?.trimEnd() === '---' && end >= 0)
    for (let at = 0; at <= end + 1; at++) found.add(at);
  return found;
}

import { patternOf } from '../../lexicon/word-list.ts';
import { allOf } from '../pattern.ts';

const APPEAL = new RegExp(`\\b(?:${patternOf('pages/appeals')})`, 'gi');
/** What is quoted is said by someone, and not by the page. */
const QUOTED = /[“"][^”"]{0,400}[”"]/g;
const TO_READER = /\b(?:you|your|yourself|us)\b/i;
/** Longest paragraph that is an appeal, in UTF-16 units. */
const LENGTH_MAX = 1_000;
/** Different things that a page asks; one of them less where it says "you". */
const ASKED_MIN = 3;

/**
 * Whether a paragraph is an advert, a sign-up box or a notice of the page: it asks its reader for several
 * things at once, which no report does.
 */
export function isAppeal(paragraph: string): boolean {
  if (paragraph.length > LENGTH_MAX) return false;
  const said = paragraph.replace(QUOTED, ' ');
  const asked = new Set(allOf(said, APPEAL).map(([words]) => words.toLowerCase()));
  return asked.size + (TO_READER.test(said) ? 1 : 0) >= ASKED_MIN;
}

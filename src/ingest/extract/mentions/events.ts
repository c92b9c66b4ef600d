import { EVENT_HEADS, EVENT_MODIFIERS, NAMED_EVENT_HEADS } from '../../lexicon/words.ts';
import { isNoEvent } from './context/no-events.ts';
import {
  CAP,
  type Finder,
  type Found,
  foundAs,
  matches,
  pattern,
  withoutArticle,
} from './finder.ts';

const AMERICAN = String.raw`U\.S\.(?:[-–][A-Z]\w+)*`;
const EXERCISE = String.raw`(?:Operation|Exercise|Ex|Exercises) (?:${CAP})(?: (?:${CAP}|\d{1,4}))*`;
const FIRST = String.raw`(?:(?:${AMERICAN}|${CAP}|\d+(?:\+\d+)?|\d+(?:st|nd|rd|th)) )`;
const NEXT = String.raw`(?:(?:U\.S\.(?:[-–]\w+)*|${CAP}|and|of|the|for|on|\d+(?:\+\d+)?) )`;
const NAMED_EVENT = pattern(
  String.raw`(?<![\w-])(?:${EXERCISE}|${FIRST}${NEXT}{0,7}?(?:${NAMED_EVENT_HEADS})(?![a-z])(?: \d{4})?)`,
);
const EVENT = pattern(
  String.raw`(?<![\w-])(?:(?:${EVENT_MODIFIERS}) ){0,3}(?:${EVENT_HEADS})(?![\w-])`,
  'gi',
);
/** In a headline every word is capitalised: "Minister On Meeting" is no name. */
const HEADLINE = /\b(?:On|With|At|In|From|After|Says?|Meets?|Ahead|During|Hails?|Seeks?)\b/;
const TAIL_OF_EVENT =
  /(?:^|\s)(?:met|meet|spoke|visit(?:ed|ing)?|toured|travel(?:s|led|ed|ing)?|hosted|welcomed|received|arrived|called on|call)$/i;

export function eventKind(text: string): string {
  const t = text.toLowerCase();
  if (/courtesy call|reception|briefing/.test(t)) return 'meeting';
  if (
    /\bclash|\bbattle|\bwar$|\binvasion|\bincursion|strikes?\b|struck|\battack(?:s|ed)?\b|\boffensive|\braids?\b|bomb|shelled|blast|\bdeployment/.test(
      t,
    ) ||
    /^(?:hit|fired)$/.test(t)
  )
    return 'operation';
  if (/two-plus-two/.test(t)) return 'dialogue';
  if (
    /\bcall(?:s|ed)?$|call\b(?! on)|spoke|phone|telephone|conversation/.test(t) &&
    !/called on/.test(t)
  )
    return 'call';
  if (/visit|trip|travel|tour|hosted|welcomed|arrived/.test(t)) return 'visit';
  if (/summit|\bleaders[’']? meeting/.test(t)) return 'summit';
  if (/dialogue|consultation|seminar|symposium|2\+2/.test(t)) return 'dialogue';
  if (/\bceremony\b/.test(t)) return 'other';
  if (/exercise|drill|(?<!(?:olympic|winter|summer|asian|commonwealth) )games|\bex\b/.test(t))
    return 'exercise';
  if (/operation|campaign/.test(t)) return 'operation';
  if (
    /meet|met\b|talks|talked|discuss|conferred|interaction|ministerial|session|called on|received|roundtable|encounter|gathering|face-to-face|negotiation/.test(
      t,
    )
  )
    return 'meeting';
  return 'other';
}

/** Finds events by name, head word or verb. */
export const findEvents: Finder = (text) => {
  const found: Found[] = [];
  for (const { start, match } of matches(text, NAMED_EVENT)) {
    const { text: name, skip } = withoutArticle(match[0]);
    if (!/\s/.test(name) || HEADLINE.test(name)) continue;
    const properties = { kind: eventKind(name) };
    found.push(
      foundAs({ kind: 'Event', rule: 'named', weight: 8, properties }, start + skip, name),
    );
  }
  for (const { start, match } of matches(text, EVENT)) {
    if (isNoEvent(text, start, match[0])) continue;
    const rule = TAIL_OF_EVENT.test(match[0]) ? 'verb' : 'head';
    const properties = { kind: eventKind(match[0]) };
    found.push(foundAs({ kind: 'Event', rule, weight: 2, properties }, start, match[0]));
  }
  return found;
};

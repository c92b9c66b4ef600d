import type { EntityKind } from '../../../model/kinds.ts';
import { keyOf } from '../../lexicon/name-key.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import type { Text } from '../../text/text.ts';
import { moneyIn } from '../values/money.ts';
import type { Mention } from '../vocabulary.ts';
import { Encounters, type NamedIn } from './encounters.ts';
import { groupSales, isDefinite } from './sales.ts';

const OTHER_TIME = new RegExp(
  String.raw`\b(?:last|previous|earlier|next|upcoming|future|first|second|another|separate|later this|forthcoming|coming|planned|scheduled|soon|looks? forward|looked forward|in (?:19|20)\d\d|(?:${MONTH_NAMES.join('|')}),? (?:19|20)\d\d)\b`,
  'i',
);
/** There are many contracts in one text, and few treaties. */
const BUSINESS = /^(?:contract|deal|memorandum|mou)$/;
const HEADS: Record<string, string> = {
  contract: 'contract',
  contracts: 'contract',
  order: 'contract',
  deal: 'deal',
  mou: 'mou',
  mous: 'mou',
};

/** Another edition of an exercise that has a name. */
const EARLIER =
  /\b(?:previous|last|earlier|first|inaugural|preceding|next|second|third) edition\b|\bwas first (?:held|conducted)\b/i;

/** "The pact" is the one just named; "the framework" is the framework named before. In sentences. */
const [JUST_NAMED, NAMED_BEFORE] = [2, 6];

/** Named only beside what the text tells of: "unlike the treaty of 1951", "an invitation to the forum in May". */
const ASIDE =
  /\b(?:since|unlike|replac\w+|supersed\w+|besides|beside|next to|older|earlier|previous|invit\w+|ahead of|in (?:19|20)\d\d)\b/i;
const isAside = (text: Text, { start, end }: Mention) =>
  ASIDE.test(text.clean.slice(Math.max(0, start - 40), start)) ||
  /^[^.]{0,40}\b(?:in|of) (?:19|20)\d\d\b/.test(text.clean.slice(end, end + 60));

const around = (text: Text, mention: Mention) =>
  text.clean.slice(Math.max(0, mention.start - 30), mention.end + 25);

/** "The exercise, Yudh Abhyas": a description and the name behind it are one. */
function namedBehind(text: Text, mention: Mention, next: Mention | undefined) {
  if (!next || mention.named || !next.named || next.start < mention.end) return undefined;
  return /^[\s—–:,“"‘(-]{1,3}$/.test(text.clean.slice(mention.end, next.start)) ? next : undefined;
}

/** "He also met the governor": not the meeting told before. */
const isAnother = (text: Text, mention: Mention) =>
  mention.rule === 'verb' &&
  /\b(?:also|separately|later) $/.test(
    text.clean.slice(Math.max(0, mention.start - 12), mention.start),
  );

/** Attacks in two places are two. */
function keyOfOther(text: Text, mention: Mention, definite: boolean): string {
  const key = `other ${keyOf(mention.text)}`;
  const placed =
    /^(?:attacks|strikes|clashes)$/i.test(mention.text) &&
    /^ (?:on|in|against|at|today|yesterday)\b/.test(
      text.clean.slice(mention.end, mention.end + 12),
    );
  return placed && !definite ? `${key} @${mention.start}` : key;
}

/** "The most recent agreement" is not the one that was told. */
const isOneOfSeveral = (text: Text, { start }: Mention) =>
  /\b(?:most recent|latest|second|third|earlier|previous) $/.test(
    text.clean.slice(Math.max(0, start - 14), start),
  );

function keyOfAgreement(mention: Mention): string {
  const key = keyOf(mention.text);
  const head = key.split(' ').at(-1)!;
  if (/memorand/.test(key)) return 'mou';
  return HEADS[head] ?? head.replace(/s$/, '#');
}

/** Named happenings by name; described ones by kind, apart when the words place them at another time; "the agreement" is the last one named. */
export function groupHappenings(
  kind: EntityKind,
  mentions: Mention[],
  text: Text,
  peopleIn: NamedIn = () => [],
  systemsIn: NamedIn = () => [],
): Mention[][] {
  const groups = new Map<string, Mention[]>();
  const put = (key: string, mention: Mention) => {
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  };
  let lastNamed: { key: string; head: string; what: unknown; sentence: number } | undefined;
  let lastSale: string | undefined;
  const lastFresh = new Map<string, string>();
  const encounters = new Encounters(peopleIn);
  const notice = /is the contracting activity/.test(text.clean);
  if (kind === 'ArmsSale' && !notice) return [...groupSales(text, mentions, systemsIn).values()];
  for (const [at, mention] of mentions.entries()) {
    if (kind === 'ArmsSale') {
      const value = moneyIn(mention.text)[0]?.raw;
      if (value) lastSale = keyOf(value);
      put(lastSale ?? 'sale', mention);
      continue;
    }
    const named = namedBehind(text, mention, mentions[at + 1]);
    if (named) {
      put(keyOf(named.name ?? named.text), mention);
      continue;
    }
    if (mention.named) {
      const name = keyOf(mention.name ?? mention.text);
      const key = kind === 'Event' && EARLIER.test(around(text, mention)) ? `${name} before` : name;
      const what = mention.properties?.kind;
      if (!lastNamed || !isAside(text, mention))
        lastNamed = { key, head: key.split(' ').at(-1)!, what, sentence: mention.sentence };
      put(key, mention);
      continue;
    }
    const what =
      kind === 'Agreement' ? keyOfAgreement(mention) : String(mention.properties?.kind ?? 'other');
    const definite = isDefinite(text, mention);
    const fresh =
      kind === 'Agreement' &&
      !notice &&
      /\b(?:an?|new|separate|another|signed|inked|signing|several|series of|two|three)\s+(?:[\w-]+\s+){0,2}$/i.test(
        text.clean.slice(Math.max(0, mention.start - 30), mention.start),
      );
    // "The exercise" is the exercise that was named, whatever it is called.
    const isSameEvent = kind === 'Event' && what !== 'other' && lastNamed?.what === what;
    const apart = `${what} @${mention.sentence}`;
    const refers =
      lastNamed &&
      definite &&
      (what !== 'mou' || /memorand|understanding|\bmou\b/.test(lastNamed.key)) &&
      mention.sentence - lastNamed.sentence <=
        (lastNamed.head === what || isSameEvent ? NAMED_BEFORE : JUST_NAMED) &&
      (kind === 'Agreement'
        ? /agreement|pact|deal|framework|treaty|accord|strategy|initiative|memorandum|mou|partnership/.test(
            what,
          ) && !what.endsWith('#')
        : isSameEvent ||
          lastNamed.key.includes(what) ||
          lastNamed.key.includes(keyOf(mention.text)));
    if (refers) put(lastNamed!.key, mention);
    else if (kind === 'Event' && what === 'other')
      put(keyOfOther(text, mention, definite), mention);
    else if (fresh) {
      lastFresh.set(what, apart);
      put(apart, mention);
    } else if (kind === 'Agreement' && !notice && !definite && BUSINESS.test(what))
      put(apart, mention);
    else if (kind === 'Agreement') {
      const last = lastFresh.get(what.replace('#', '')) ?? lastFresh.get(what) ?? what;
      put(isOneOfSeveral(text, mention) ? apart : last, mention);
    } else if (OTHER_TIME.test(around(text, mention)) && !definite)
      put(`${what} @${mention.start}`, mention);
    else if (mention.text === 'meetings') put(`meetings @${mention.start}`, mention);
    else put(encounters.keyFor(what, mention, definite, isAnother(text, mention)), mention);
  }
  if (kind === 'ArmsSale' && groups.has('sale') && groups.size > 1) {
    const [first] = [...groups.keys()].filter((key) => key !== 'sale');
    groups.set(first, [...groups.get('sale')!, ...groups.get(first)!]);
    groups.delete('sale');
  }
  return [...groups.values()];
}

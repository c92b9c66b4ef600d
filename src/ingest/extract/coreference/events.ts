import { keyOf } from '../../lexicon/name-key.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import { anyOf } from '../../text/pattern.ts';
import type { Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';
import { around, isDefinite, isIndefinite, Keyed, LastNamed, namedBehind } from './described.ts';
import { Encounters, type NamedIn } from './encounters.ts';
import { Hostilities, isHostile } from './hostilities.ts';

const OTHER_TIMES = anyOf(
  'last|previous|earlier|next|upcoming|future|first|second|another|separate|later this',
  'forthcoming|coming|planned|scheduled|soon|looks? forward|looked forward',
  String.raw`in (?:19|20)\d\d|(?:${MONTH_NAMES.join('|')}),? (?:19|20)\d\d`,
);
/** Words that distinguish an event in time from the one mentioned before. */
const OTHER_TIME = new RegExp(String.raw`\b${OTHER_TIMES}\b`, 'i');
/** Words for another edition of a named exercise. */
const EARLIER =
  /\b(?:previous|last|earlier|first|inaugural|preceding|next|second|third) edition\b|\bwas first (?:held|conducted)\b/i;

/** The word for a happening of any kind. */
const EVENT = /^event$/;
/** Gatherings that "a meeting" is not said of. */
const GATHERING = /^(?:seminar|symposium|workshop)$/i;
/** How many sentences back "the event" refers to. */
const JUST_TOLD = 2;

/** What they discussed, they discussed where they met. */
const DISCUSSES = /^discuss/i;

/** "He also met the governor" is not the meeting mentioned before. */
const isAnother = (text: Text, mention: Mention) =>
  mention.rule === 'verb' &&
  /\b(?:also|separately|later) $/.test(
    text.clean.slice(Math.max(0, mention.start - 12), mention.start),
  );

function keyOfName(text: Text, mention: Mention): string {
  const name = Keyed.ofName(mention);
  return EARLIER.test(around(text, mention)) ? `${name} before` : name;
}

/**
 * Clusters events: named ones by name, described ones by kind, apart where the words give another
 * time or other participants. "The exercise" joins the last named exercise.
 */
export function clusterEvents(
  text: Text,
  mentions: readonly Mention[],
  peopleIn: NamedIn,
): Mention[][] {
  const keyed = new Keyed();
  const last = new LastNamed();
  const encounters = new Encounters(peopleIn);
  const hostilities = new Hostilities(text);
  const others = new Map<string, string>();
  let latest: { key: string; head: string; sentence: number } | undefined;
  /** "An event" is another one than the event before. */
  const keyOfOther = (mention: Mention): string => {
    const head = keyOf(mention.text);
    const indefinite = isIndefinite(text, mention);
    const just = latest && mention.sentence - latest.sentence <= JUST_TOLD ? latest : undefined;
    // "The event" is the seminar just told of, "the seminar" the event.
    const again =
      isDefinite(text, mention) &&
      just &&
      (EVENT.test(head) || (EVENT.test(just.head) && !others.has(head)));
    const key = again
      ? just.key
      : indefinite && others.has(head)
        ? `other ${head} @${mention.start}`
        : (others.get(head) ?? `other ${head}`);
    others.set(head, key);
    latest = { key, head, sentence: mention.sentence };
    return key;
  };
  const keyOfDescribed = (mention: Mention): string => {
    const kind = String(mention.properties?.kind ?? 'other');
    const definite = DISCUSSES.test(mention.text) || isDefinite(text, mention);
    if (isHostile(mention)) return hostilities.keyFor(mention, definite);
    const sameKind = kind !== 'other' && last.isOf(kind);
    const isLast = () =>
      sameKind || last.key!.includes(kind) || last.key!.includes(keyOf(mention.text));
    if (definite && last.isNear(mention, kind, sameKind) && isLast()) return last.key!;
    if (kind === 'other' || GATHERING.test(mention.text)) return keyOfOther(mention);
    if (OTHER_TIME.test(around(text, mention)) && !definite) return `${kind} @${mention.start}`;
    if (mention.text === 'meetings') return `meetings @${mention.start}`;
    return encounters.keyFor(kind, mention, {
      again: definite,
      besides: isAnother(text, mention),
      introduces: isIndefinite(text, mention),
    });
  };
  for (const [at, mention] of mentions.entries()) {
    const behind = namedBehind(text, mention, mentions[at + 1]);
    if (behind) keyed.put(Keyed.ofName(behind), mention);
    else if (mention.named) {
      const key = keyOfName(text, mention);
      last.name(text, mention, key);
      keyed.put(key, mention);
    } else keyed.put(keyOfDescribed(mention), mention);
  }
  return keyed.all();
}

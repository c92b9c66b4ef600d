import type { EntityKind } from '../../../../model/kinds.ts';
import type { Text } from '../../../text/text.ts';
import type { RelationMention } from '../../vocabulary.ts';
import { isSentTo } from '../offices/false-offices.ts';
import type { Named, Names, Neighbours } from './names.ts';
import { ToldTogether } from './told-together.ts';

type SaidType = 'PARTICIPATED_IN' | 'HELD_IN';

/** "have recently", "today", "are to": what may stand before a verb. */
const SOON = String.raw`(?:(?:also|jointly|recently|today|yesterday|then|had|have|has|will|are|is|(?:are|is|were) to) ){0,3}`;
const ACTS = [
  'held|hold|holds|holding|conduct(?:ed|s|ing)?|began|begin|started|kicked off|concluded|completed',
  'carried out|(?:co-?)?host(?:ed|s|ing)?|attend(?:ed|s|ing)?|joined|took part in|taking part in',
  'participat(?:ed|es|ing) in|engaged in|opened|(?:co-?)?chaired|wrapped up',
].join('|');
/** Words of an event's own that may stand before its head: "the inaugural trilateral". */
const OWN = String.raw`(?:(?!with|to|for|after|before|during|about|against|that)[\w’'-]+ ){0,5}`;
/** Those who take part stand before the event. */
const ACTORS_FIRST = new RegExp(`^ ${SOON}(?:${ACTS}) ${OWN}$`);
/** An event that is a verb has those before it as its subjects: "Ann Berg and Jens Holm met". */
const VERB =
  /^(?:met|spoke|talked|discussed|conferred|welcomed|hosted|visited|attacked|struck|hit|bombed|shelled|fired|invaded)$/;
const SUBJECTS_FIRST = new RegExp(`^ ${SOON}$`);
const WHERE = String.raw`(?:,? (?:in|at|on|near|off|against) [\p{L}\d.’' -]{2,30}?,?)?`;
/** Those who take part stand behind it. */
const EVENT_FIRST = new RegExp(
  `^s?${WHERE} (?:(?:was|were|is|are|to be) )?(?:between|among|involving|(?:(?:attended|hosted|(?:co-?)?chaired|conducted|held|launched) )?by) (?:the |both ){0,2}$`,
  'u',
);
const WHEN = String.raw`(?:(?:held|scheduled|today|yesterday|(?:on|in) \p{Lu}[\p{L}\d ,]{2,18}|(?:last|this|next|earlier this|later this) \w+),? ){0,2}`;
const TAKES_PLACE = new RegExp(`^s? ${WHEN}(?:in|at) (?:the )?$`, 'u');
/** "met his host, General A, in Oslo": whom one meets stands before the place. */
const MEETS = /^(?:met|meets?|meeting)$/i;
const WITH_WHOM =
  /^(?: (?:today|yesterday|on \p{Lu}\p{L}+))? (?:with )?(?!in |at )[^;:.]{3,110}?,? (?:in|at) (?:the )?$/u;
const NOT_WHOM =
  /\b(?:who|which|that|to|after|before|said|says|told|one|and (?:will|has|had|is|was|\p{Ll}+ed))\b/u;
/** "welcomed the minister to the White House". */
const WELCOMES = /^(?:welcom|host|receiv)/;
const WELCOMED = /^(?: (?:today|yesterday))? (?<whom>[^;:.]{3,110}?) (?:at|to) (?:the )?$/u;
/** A visit is where it goes to. */
const GOES_TO = /^s? to (?:the )?$/;
const VISITS: ReadonlySet<unknown> = new Set(['visit', 'trip']);

/** "signed during the visit by A and B": what is done by them is another thing. */
const OTHER_ACT = /\b(?:at|during|after|before) (?:[\w-]+ ){1,4}$/;
const ACTORS: ReadonlySet<EntityKind> = new Set(['Person', 'Country', 'Organisation']);
const SITES: ReadonlySet<EntityKind> = new Set(['Place', 'Country']);
/** Words before an event that are looked at, in UTF-16 units. */
const NEAR = 40;

/** Someone or a place, at an event. */
interface Said {
  readonly type: SaidType;
  readonly event: Named;
  readonly other: Named;
}

function saidBy(
  text: Text,
  { words, subject, object, subjectMention, objectMention }: Neighbours,
): Said | null {
  const [left, right] = [
    { entity: subject, mention: subjectMention },
    { entity: object, mention: objectMention },
  ];
  if (object.kind === 'Event')
    return ACTORS.has(subject.kind) &&
      (ACTORS_FIRST.test(words) || (VERB.test(objectMention.text) && SUBJECTS_FIRST.test(words)))
      ? { type: 'PARTICIPATED_IN', event: right, other: left }
      : null;
  if (subject.kind !== 'Event') return null;
  if (ACTORS.has(object.kind) && EVENT_FIRST.test(words)) {
    const { start } = subjectMention;
    const before = text.clean.slice(Math.max(0, start - NEAR), start);
    return words.startsWith(' by ') && OTHER_ACT.test(before)
      ? null
      : { type: 'PARTICIPATED_IN', event: left, other: right };
  }
  const goes = GOES_TO.test(words) && VISITS.has(subject.properties.kind);
  const meets = MEETS.test(subjectMention.text) && WITH_WHOM.test(words) && !NOT_WHOM.test(words);
  const whom = WELCOMES.test(subjectMention.text) ? WELCOMED.exec(words)?.groups?.whom : undefined;
  const welcomes = object.kind === 'Place' && whom !== undefined && !NOT_WHOM.test(whom);
  return SITES.has(object.kind) && (goes || meets || welcomes || TAKES_PLACE.test(words))
    ? { type: 'HELD_IN', event: left, other: right }
    : null;
}

/**
 * Who takes part in an event, and where it is held, where a fixed phrase joins the two: "A, B and C held
 * talks", "a summit between A and B", "talks in Oslo". Those who stand in one list took part together.
 * @param known what the scorer found; it is not told twice
 */
export function gatherings(names: Names, known: readonly RelationMention[]): RelationMention[] {
  const told = new ToldTogether(names, known);
  for (const ends of names.neighbours) {
    const said = saidBy(names.text, ends);
    if (!said) continue;
    const { type, event, other } = said;
    if (type === 'HELD_IN') told.tell(type, event, other);
    else for (const actor of told.actors(other)) told.tell(type, actor, event);
  }
  return told.found;
}

/** Without the states to which diplomats are sent: "met the ambassador to Chile". */
export const withoutPostings = (text: Text, facts: readonly RelationMention[]): RelationMention[] =>
  facts.filter((fact) => fact.type !== 'HELD_IN' || !isSentTo(text, fact));

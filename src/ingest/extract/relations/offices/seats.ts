import { grouped } from '../../../../grouped.ts';
import { patternOf } from '../../../lexicon/word-list.ts';
import { inside, type Text } from '../../../text/text.ts';
import type { Entity, RelationMention } from '../../vocabulary.ts';

/** Offices that a state has once, as they stand before a name. */
const SEAT = new RegExp(`\\b(${patternOf('people/seats')})$`, 'i');
/** Of those who held a seat before, or will, a state may have several. */
const NOT_NOW = /\b(?:former|ex|late|then|past|elect|designate|acting|outgoing|incoming)\b/i;

/** A present seat that the words beside a name say; null for other offices. */
function seatOf({ clean }: Text, { subjectMention: { title } }: RelationMention): string | null {
  if (!title) return null;
  const said = clean.slice(title.start, title.end);
  return NOT_NOW.test(said) ? null : (SEAT.exec(said)?.[1]?.toLowerCase() ?? null);
}

/** Someone who is said to hold a seat of a state, by all places that say so. */
interface Holding {
  readonly person: Entity;
  readonly state: Entity;
  readonly seat: string;
  readonly sentences: ReadonlySet<number>;
  /** Whether the title names the state: "Mexican President", "President of Mexico". */
  readonly isNamed: boolean;
  readonly confidence: number;
}

function holdingsIn(text: Text, facts: readonly RelationMention[]): Holding[] {
  const seated = facts.flatMap((fact) => {
    const seat =
      fact.type === 'HOLDS_POSITION' && fact.object.kind === 'Country' && seatOf(text, fact);
    return seat ? [{ fact, seat }] : [];
  });
  const byPair = grouped(
    seated,
    ({ fact: { subject, object }, seat }) => `${seat} ${subject.id} ${object.id}`,
  );
  return [...byPair.values()].map((all) => ({
    person: all[0]!.fact.subject,
    state: all[0]!.fact.object,
    seat: all[0]!.seat,
    sentences: new Set(all.map(({ fact }) => fact.subjectMention.sentence)),
    isNamed: all.some(({ fact: { subjectMention, objectMention } }) =>
      inside(objectMention, subjectMention.title!),
    ),
    confidence: Math.max(...all.map(({ fact }) => fact.confidence)),
  }));
}

/** The surer of two: one whose title names the state, else the one with more confidence. */
const bySureness = (a: Holding, b: Holding) =>
  Number(b.isNamed) - Number(a.isNamed) || b.confidence - a.confidence;

/**
 * Without seats that a surer statement of the same document excludes: nobody is president of two
 * states, and of two presidents who meet in one sentence, only one is that of this state.
 */
export function withoutSharedSeats(
  text: Text,
  facts: readonly RelationMention[],
): RelationMention[] {
  const holdings = holdingsIn(text, facts).sort(bySureness);
  /** Whose seat is settled, and in which sentences somebody holds which seat. */
  const seated = new Set<string>();
  const taken = new Set<string>();
  const gone = new Set<string>();
  for (const { person, state, seat, sentences } of holdings) {
    const holder = `${seat} ${person.id}`;
    const here = [...sentences].map((sentence) => `${seat} ${state.id} ${sentence}`);
    if (seated.has(holder) || here.some((place) => taken.has(place))) {
      gone.add(`${person.id} ${state.id}`);
      continue;
    }
    seated.add(holder);
    for (const place of here) taken.add(place);
  }
  return facts.filter(
    ({ type, subject, object }) =>
      type !== 'HOLDS_POSITION' || !gone.has(`${subject.id} ${object.id}`),
  );
}

import { grouped } from '../../../../grouped.ts';
import { TITLE_NOUNS } from '../../../lexicon/words.ts';
import { inside, type Span, type Text } from '../../../text/text.ts';
import type { Mention, RelationMention } from '../../vocabulary.ts';
import type { Named, Names } from '../phrases/names.ts';
import { ToldTogether } from '../phrases/told-together.ts';

/** What stands between an owner and the office: "Norway’s minister", "the Saab president". */
const OWNS = /^(?:[’']s?)? $/;
/** "minister of Norway, Jens Holm": the owner closes the office. */
const OF_OWNER = /\b(?:of|at|for) (?:the )?$/;
/** Offices of the past, and of those who serve another. */
const NO_OFFICE = /\b(?:former|ex-|then-|late|envoy|ambassador|candidate|hopeful|citizen)\b/i;
/** "Norwegian Navy chief", "the Norwegian firm’s head": not the state is served, but what is of it. */
const OF_STATE =
  /^ (?:(?:Navy|Army|Air Force|Armed Forces|Coast Guard|Marines?|Ministry|Department|Embassy|Parliament)\b|[a-z]+[’']s)/;
/** An office behind a name stands beside it, and is not that of the next: "Ann Berg, and the head of". */
const BESIDE = /^[\s,()*]*(?:the |an? )?$/;
const OF_NEXT = /^[\s,]*(?:and|together|along|with)\b/;
/** Words around an office that are looked at, in UTF-16 units. */
const NEAR = 30;

/** "Ann Berg, head of research at Saab": an office beside a name, up to the body. */
const BESIDE_NAME =
  /^,\s(?:the |an? )?(?<office>[\p{L}’'&-]+(?: [\p{L}’'&-]+){0,7}?)(?: (?:of|at|for|from|with)(?: the)?|,) $/u;
const NO_BODY = /^(?:[’']s| \p{Lu}|-)/u;
const ACTS: ReadonlySet<string> = new Set(['VERB', 'AUX']);

const isPart = (one: Span, other: Span) =>
  inside(one, other) && one.end - one.start < other.end - other.start;

/** The office at a name; null where it is another's, or of the past. */
function officeAt({ clean }: Text, { end, title }: Mention): Span | null {
  if (!title || NO_OFFICE.test(clean.slice(Math.max(0, title.start - NEAR / 3), title.end)))
    return null;
  if (title.start < end) return title;
  const isNext = OF_NEXT.test(clean.slice(title.start, title.end));
  return !isNext && BESIDE.test(clean.slice(end, title.start)) ? title : null;
}

/** Whether the owner of an office opens or closes it. */
function owns({ clean }: Text, { entity, mention }: Named, office: Span): boolean {
  const { start, end, reference } = mention;
  if (reference) return false;
  const behind = clean.slice(end, end + NEAR);
  if (entity.kind === 'Country' && OF_STATE.test(behind)) return false;
  if (!inside(mention, office))
    return end <= office.start && OWNS.test(clean.slice(end, office.start));
  const closes = end >= office.end - 1 && OF_OWNER.test(clean.slice(office.start, start));
  return start === office.start || closes;
}

/** The bodies whose office stands beside a name, before them: "Ann Berg, head of research at Saab". */
function* besideNames({ text, neighbours }: Names): Generator<[Named, Named]> {
  const answered = new Set<Mention>();
  for (const ends of neighbours) {
    const { subject, object, subjectMention, objectMention, words } = ends;
    if (subject.kind !== 'Person' || object.kind !== 'Organisation') continue;
    const office = BESIDE_NAME.exec(words)?.groups?.office;
    if (!office || answered.has(subjectMention) || NO_OFFICE.test(office)) continue;
    const { start, end } = { start: subjectMention.end, end: objectMention.start };
    const tokens = text.sentences[subjectMention.sentence]!.tokens.filter((token) =>
      inside(token, { start, end }),
    );
    const isOffice = tokens.some(({ lower }) => TITLE_NOUNS.has(lower));
    const isAct = tokens.some(({ pos, text: word, lower }) => ACTS.has(pos) && word === lower);
    if (
      !isOffice ||
      isAct ||
      NO_BODY.test(text.clean.slice(objectMention.end, objectMention.end + NEAR))
    )
      continue;
    answered.add(subjectMention);
    yield [
      { entity: subject, mention: subjectMention },
      { entity: object, mention: objectMention },
    ];
  }
}

/**
 * Whose office someone holds, where the office names its owner at its beginning or end, or stands
 * between the two: "Saab CEO Ann Berg", "the prime minister of Norway, Jens Holm", "Ann Berg, head of
 * research at Saab".
 * @param known what the scorer found; it is not told twice
 */
export function officeOwners(names: Names, known: readonly RelationMention[]): RelationMention[] {
  const told = new ToldTogether(names, known);
  const { text } = names;
  const ownersIn = grouped(names.statesAndBodies, ({ mention }) => mention.sentence);
  for (const holder of names.people) {
    const { mention } = holder;
    const office = officeAt(text, mention);
    if (!office) continue;
    const mine = (ownersIn.get(mention.sentence) ?? []).filter((one) => owns(text, one, office));
    for (const owner of mine)
      if (!mine.some((other) => isPart(owner.mention, other.mention)))
        told.tell('HOLDS_POSITION', holder, owner);
  }
  for (const [holder, body] of besideNames(names)) told.tell('HOLDS_POSITION', holder, body);
  return told.found;
}

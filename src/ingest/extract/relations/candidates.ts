import { RELATIONSHIPS, type RelationshipType } from '../../../model/relationships.ts';
import { before, type Text } from '../../text/text.ts';
import { READING, LEARNED_TYPES as TYPES } from '../relationship-types.ts';
import type { Entity, Mention, Window } from '../vocabulary.ts';

/** A place where a relationship of the type may be stated: the two nearest mentions of its ends. */
export type Candidate = {
  type: RelationshipType;
  subject: Entity;
  object: Entity;
  subjectMention: Mention;
  objectMention: Mention;
  window: Window;
};

/** Entities of one sentence, each with its number in the document and its mentions there. */
type Present = { entity: Entity; number: number; mentions: Mention[] }[];
const SUBJECTS = TYPES.map((type): ReadonlySet<string> => new Set(RELATIONSHIPS[type].from));
const OBJECTS = TYPES.map((type): ReadonlySet<string> => new Set(RELATIONSHIPS[type].to));

/** Mentions of one entity hardly overlap, so the nearest is within this many around the place. */
const AROUND = 2;

/** The two nearest mentions; the first pair of equally near ones. */
function nearest(as: Mention[], bs: Mention[]): [Mention, Mention] {
  let best: [Mention, Mention] = [as[0]!, bs[0]!];
  if (as.length === 1 && bs.length === 1) return best;
  let least = Infinity;
  for (const a of as) {
    const at = before(bs, a.start);
    for (let next = Math.max(0, at - AROUND); next < Math.min(bs.length, at + AROUND); next++) {
      const b = bs[next]!;
      const distance =
        Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end)) +
        (a.start === b.start && a.end === b.end ? 500 : 0);
      if (distance < least) [least, best] = [distance, [a, b]];
    }
  }
  return best;
}

/** Several times the most of any report; each takes about 10 µs and 1 kB. */
const CANDIDATES_MAX = 60_000;
/** Sentences with more entities are lists, which state no relationship for each pair. */
const PRESENT_MAX = 80;

/** Candidates found so far, and the pairs and types that were tried. */
class Found {
  readonly all: Candidate[] = [];
  private readonly seen = new Set<number>();
  private readonly entities: number;
  private readonly cut: Set<string>;

  constructor(entities: number, { cut }: Text) {
    this.entities = entities;
    this.cut = cut;
  }

  get full(): boolean {
    if (this.all.length < CANDIDATES_MAX) return false;
    this.cut.add(`only the first ${CANDIDATES_MAX} pairs of names were compared`);
    return true;
  }

  private keyOf(type: number, from: number, to: number): number {
    return (type * this.entities + from) * this.entities + to;
  }

  has(type: number, from: number, to: number): boolean {
    return this.seen.has(this.keyOf(type, from, to));
  }

  /** Adds all pairs of one sentence; of other windows only pairs that share no sentence. */
  add(left: Present, right: Present, type: number, window: Window): void {
    const near = window === 'same';
    if (this.full) return;
    for (const { entity: subject, number, mentions } of left) {
      if (!SUBJECTS[type]!.has(subject.kind)) continue;
      for (const other of right) {
        const object = other.entity;
        if (subject === object || !OBJECTS[type]!.has(object.kind)) continue;
        if (near) this.seen.add(this.keyOf(type, number, other.number));
        else if (this.has(type, number, other.number)) continue;
        const [subjectMention, objectMention] = nearest(mentions, other.mentions);
        this.all.push({
          type: TYPES[type]!,
          subject,
          object,
          subjectMention,
          objectMention,
          window,
        });
      }
    }
  }
}

function presentIn(text: Text, entities: readonly Entity[]): Present[] {
  const present: Present[] = text.sentences.map(() => []);
  for (const [number, entity] of entities.entries())
    for (const mention of entity.mentions) {
      const here = present[mention.sentence]!;
      const last = here.at(-1);
      if (last?.entity === entity) last.mentions.push(mention);
      else here.push({ entity, number, mentions: [mention] });
    }
  return present.map((here) => {
    if (here.length <= PRESENT_MAX) return here;
    text.cut.add(`of more than ${PRESENT_MAX} names in one sentence the first were compared`);
    return [...here]
      .sort((x, y) => x.mentions[0]!.start - y.mentions[0]!.start)
      .slice(0, PRESENT_MAX)
      .sort((x, y) => x.number - y.number);
  });
}

/** The countries in "Defence Minister Y of B", and the person who took each mention of one. */
function servedCountries(text: Text, entities: Entity[]) {
  const countryAt = new Map<number, { country: Entity; mention: Mention }>();
  for (const country of entities)
    if (country.kind === 'Country')
      for (const mention of country.mentions) countryAt.set(mention.start, { country, mention });
  const served = new Map<Entity, Set<Entity>>();
  const takenBy = new Map<Mention, Entity>();
  for (const person of entities) {
    if (person.kind !== 'Person') continue;
    for (const { end, title } of person.mentions) {
      const of = title && /^\s+of\s+(?:the\s+)?/.exec(text.clean.slice(end, end + 20));
      const follows = of && countryAt.get(end + of[0].length);
      if (!follows) continue;
      served.set(person, (served.get(person) ?? new Set()).add(follows.country));
      takenBy.set(follows.mention, person);
    }
  }
  return { served, takenBy };
}

/** Finds all pairs that the vocabulary allows: in one or neighbouring sentences and in lists. */
export function findCandidates(text: Text, entities: Entity[]): Candidate[] {
  const present = presentIn(text, entities);
  const found = new Found(entities.length, text);
  for (const here of present) for (const type of TYPES.keys()) found.add(here, here, type, 'same');
  const far = [...TYPES.keys()].filter((type) => READING[TYPES[type]!].reach === 'neighbours');
  const apart = (left: Present, right: Present, window: Window) => {
    for (const type of far) found.add(left, right, type, window);
    for (const type of far) found.add(right, left, type, window);
  };
  for (const sentence of text.sentences.slice(1))
    apart(present[sentence.index - 1]!, present[sentence.index]!, 'next');
  let lead: number | null = null;
  for (const sentence of text.sentences) {
    const block = text.blocks[sentence.block];
    if (block.kind === 'heading' || text.clean[sentence.end - 1] === ':') lead = sentence.index;
    else if (block.kind !== 'list') lead = null;
    else if (lead !== null && sentence.index - lead > 1 && sentence.index - lead < 15)
      apart(present[lead], present[sentence.index], 'list');
  }
  const position = TYPES.indexOf('HOLDS_POSITION');
  for (const [number, person] of entities.entries()) {
    const titled = person.kind === 'Person' && person.mentions.find((mention) => mention.title);
    if (!titled) continue;
    for (const [other, country] of entities.entries()) {
      if (found.full) break;
      if (country.kind !== 'Country' || found.has(position, number, other)) continue;
      const [subjectMention, objectMention] = nearest([titled], country.mentions);
      found.all.push({
        type: 'HOLDS_POSITION',
        subject: person,
        object: country,
        subjectMention,
        objectMention,
        window: 'document',
      });
    }
  }
  const { served, takenBy } = servedCountries(text, entities);
  return found.all.filter(({ type, subject, object, objectMention }) => {
    // A dateline is where the report was written, not where an event was held.
    if (type === 'HELD_IN' && objectMention.rule === 'dateline') return false;
    if (type !== 'HOLDS_POSITION' || object.kind !== 'Country') return true;
    return served.get(subject)?.has(object) ?? (takenBy.get(objectMention) ?? subject) === subject;
  });
}

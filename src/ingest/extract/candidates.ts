import {
  type Entity,
  type Mention,
  RELATIONSHIPS,
  type RelationshipType,
  type Text,
  TYPES,
} from './terms.ts';

type Window = 'same' | 'next' | 'list' | 'document';
/** One place where a relationship of this type could be stated: the two nearest mentions. */
export type Candidate = {
  type: RelationshipType;
  from: Entity;
  to: Entity;
  a: Mention;
  b: Mention;
  window: Window;
};

const FAR = new Set<RelationshipType>([
  'SIGNED',
  'PARTY_TO',
  'APPROVED_SALE',
  'SOLD_TO',
  'SOLD_BY',
  'INCLUDES',
  'PARTICIPATED_IN',
  'HELD_IN',
  'OPERATES',
  'PLANS_TO_ACQUIRE',
  'CONCERNS',
]);
type Present = Map<Entity, Mention[]>;

function nearest(as: Mention[], bs: Mention[]): [Mention, Mention] {
  let best: [Mention, Mention] = [as[0], bs[0]];
  let least = Infinity;
  for (const a of as)
    for (const b of bs) {
      const distance =
        Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end)) +
        (a.start === b.start && a.end === b.end ? 500 : 0);
      if (distance < least) [least, best] = [distance, [a, b]];
    }
  return best;
}

function* pairs(
  left: Present,
  right: Present,
  types: RelationshipType[],
  window: Window,
): Generator<Candidate> {
  for (const type of types) {
    const rule = RELATIONSHIPS[type] as { from: string[]; to: string[] };
    for (const [from, as] of left) {
      if (!rule.from.includes(from.kind)) continue;
      for (const [to, bs] of right) {
        if (from === to || !rule.to.includes(to.kind)) continue;
        const [a, b] = nearest(as, bs);
        yield { type, from, to, a, b, window };
      }
    }
  }
}

/** "Defence Minister Y of B": which countries follow the names, and which mentions of them are taken by whom. */
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

/** Every pair the type table allows: in one sentence, in neighbouring ones, and from a heading or lead-in to its list. */
export function findCandidates(text: Text, entities: Entity[], far = true): Candidate[] {
  const present: Present[] = text.sentences.map(() => new Map());
  for (const entity of entities)
    for (const mention of entity.mentions) {
      const here = present[mention.sentence];
      here.set(entity, [...(here.get(entity) ?? []), mention]);
    }
  const found: Candidate[] = [];
  const seen = new Set<string>();
  const keep = (candidate: Candidate) => {
    seen.add(`${candidate.type} ${candidate.from.id} ${candidate.to.id}`);
    found.push(candidate);
  };
  for (const here of present)
    for (const candidate of pairs(here, here, TYPES, 'same')) keep(candidate);
  if (!far) return found;
  const types = TYPES.filter((type) => FAR.has(type));
  const later: Candidate[] = [];
  const apart = (left: Present, right: Present, window: Window) => {
    for (const one of [...pairs(left, right, types, window), ...pairs(right, left, types, window)])
      if (!seen.has(`${one.type} ${one.from.id} ${one.to.id}`)) later.push(one);
  };
  for (const sentence of text.sentences.slice(1))
    apart(present[sentence.index - 1], present[sentence.index], 'next');
  let lead: number | null = null;
  for (const sentence of text.sentences) {
    const block = text.blocks[sentence.block];
    if (block.kind === 'heading' || text.clean[sentence.end - 1] === ':') lead = sentence.index;
    else if (block.kind !== 'list') lead = null;
    else if (lead !== null && sentence.index - lead > 1 && sentence.index - lead < 15)
      apart(present[lead], present[sentence.index], 'list');
  }
  for (const person of entities) {
    const titled = person.kind === 'Person' && person.mentions.find((mention) => mention.title);
    if (!titled) continue;
    for (const country of entities) {
      if (country.kind !== 'Country' || seen.has(`HOLDS_POSITION ${person.id} ${country.id}`))
        continue;
      const [, mention] = nearest([titled], country.mentions);
      later.push({
        type: 'HOLDS_POSITION',
        from: person,
        to: country,
        a: titled,
        b: mention,
        window: 'document',
      });
    }
  }
  const { served, takenBy } = servedCountries(text, entities);
  return [...found, ...later].filter(({ type, from, to, b }) => {
    if (type !== 'HOLDS_POSITION' || to.kind !== 'Country') return true;
    return served.get(from)?.has(to) ?? (takenBy.get(b) ?? from) === from;
  });
}

import type { Candidate } from './candidates.ts';
import type { Entity, Mention, Sentence, Text, Token } from './terms.ts';
import { inside } from './terms.ts';
import { DENIED, PLANNED, TRIGGERS } from './words.ts';

const PREPOSITION = /^(?:in|at|by|of|to|for|from|with|between|and|on|near|into|under|via|,|\()$/;
const bucket = (n: number) =>
  n <= 0 ? '0' : n <= 1 ? '1' : n <= 3 ? '3' : n <= 6 ? '6' : n <= 12 ? '12' : n <= 25 ? '25' : '+';

export type Context = {
  text: Text;
  entities: Entity[];
  bySentence: Map<Mention, Entity>[];
  notice: boolean;
};
export function contextOf(text: Text, entities: Entity[]): Context {
  const bySentence: Map<Mention, Entity>[] = text.sentences.map(() => new Map());
  for (const entity of entities)
    for (const mention of entity.mentions) bySentence[mention.sentence].set(mention, entity);
  return {
    text,
    entities,
    bySentence,
    notice:
      /is the contracting activity|Foreign Military Sales/.test(text.clean) &&
      text.clean.length < 4000,
  };
}

/** Tokens of a stretch with every mention replaced by its kind, so that the scorer sees "Country sign Agreement". */
function masked(
  tokens: Token[],
  mentions: Map<Mention, Entity>,
  start: number,
  end: number,
): string[] {
  const out: string[] = [];
  let last: Mention | undefined;
  for (const token of tokens) {
    if (token.start < start || token.end > end) continue;
    let holder: Mention | undefined;
    for (const mention of mentions.keys())
      if (
        !mention.reference &&
        inside(token, mention) &&
        mention.kind !== 'ArmsSale' &&
        !(mention.kind === 'Event' && mention.by !== 'named') &&
        (!holder || mention.end - mention.start > holder.end - holder.start)
      )
        holder = mention;
    if (!holder) out.push(token.lemma);
    else if (holder !== last) out.push(`<${holder.kind}>`);
    last = holder;
  }
  return out;
}

function neighbours(
  sentence: Sentence,
  mention: Mention,
  _text: Text,
): { before: string[]; after: string[] } {
  const before = sentence.tokens
    .filter((token) => token.end <= mention.start)
    .slice(-3)
    .map((token) => token.lemma);
  const after = sentence.tokens
    .filter((token) => token.start >= mention.end)
    .slice(0, 3)
    .map((token) => token.lemma);
  return { before: before.length ? before : ['^'], after: after.length ? after : ['$'] };
}

const describe = (_mention: Mention, entity: Entity) =>
  `${entity.kind}/${entity.properties.kind ?? ''}`;

/** The features of one candidate: sparse names, each given alone and together with the type. */
export function featuresOf(candidate: Candidate, context: Context): string[] {
  const { type, a, b, from, to, window } = candidate;
  const { text, bySentence } = context;
  const features: string[] = [];
  const add = (name: string) => features.push(name);
  const [sa, sb] = [text.sentences[a.sentence], text.sentences[b.sentence]];
  const order = a.start <= b.start ? 'ab' : 'ba';
  const [left, right] = order === 'ab' ? [a, b] : [b, a];
  const [start, end] = [Math.min(left.end, right.start), right.start];
  const tokens =
    sa === sb
      ? sa.tokens
      : order === 'ab'
        ? [...sa.tokens, ...sb.tokens]
        : [...sb.tokens, ...sa.tokens];
  const mentions =
    sa === sb ? bySentence[sa.index] : new Map([...bySentence[sa.index], ...bySentence[sb.index]]);
  const between = masked(tokens, mentions, start, end);
  const first = Math.min(sa.start, sb.start);
  const last = Math.max(sa.end, sb.end);
  const ahead = masked(tokens, mentions, first, left.start);
  const behind = masked(tokens, mentions, right.end, last);
  add(`window=${window}`);
  add(`order=${order}`);
  add(`distance=${order}${bucket(between.length)}`);
  add(`ends=${describe(a, from)}>${describe(b, to)}`);
  add(`block=${text.blocks[sb.block].kind}`);
  if (context.notice) add('notice');
  if (inside(b, a)) add('to-in-from');
  if (inside(a, b)) add('from-in-to');
  if (between.length <= 6) add(`path=${order} ${between.join(' ')}`);
  between.slice(0, 14).forEach((word, index) => {
    add(`between=${word}`);
    add(`between2=${order} ${between[index - 1] ?? '^'} ${word}`);
    if (index > 0) add(`between3=${between[index - 2] ?? '^'} ${between[index - 1]} ${word}`);
  });
  ahead.slice(-6).forEach((word) => add(`ahead=${word}`));
  behind.slice(0, 6).forEach((word) => add(`behind=${word}`));
  add(`ahead2=${ahead.slice(-2).join(' ')}`);
  add(`behind2=${behind.slice(0, 2).join(' ')}`);
  const na = neighbours(sa, a, text);
  const nb = neighbours(sb, b, text);
  add(`a-before=${na.before.at(-1)}`);
  add(`a-after=${na.after[0]}`);
  add(`b-before=${nb.before.at(-1)}`);
  add(`b-after=${nb.after[0]}`);
  add(`a-before2=${na.before.slice(-2).join(' ')}`);
  add(`b-before2=${nb.before.slice(-2).join(' ')}`);
  const preposition = (before: string[]) =>
    [...before].reverse().find((word) => PREPOSITION.test(word)) ?? '-';
  add(`prepositions=${preposition(na.before)}>${preposition(nb.before)}`);
  add(
    `verbs=${tokens
      .filter((token) => token.pos === 'VERB' && token.start >= start && token.end <= end)
      .slice(0, 3)
      .map((token) => token.lemma)
      .join('>')}`,
  );
  for (const token of tokens) if (token.pos === 'VERB') add(`verb=${token.lemma}`);
  const path = tokens
    .filter((token) => token.start >= start && token.end <= end)
    .map((token) => token.pos);
  if (path.length <= 8) add(`pos=${order} ${path.join(' ')}`);
  for (const [zone, words] of [
    ['ahead', ahead.slice(-8)],
    ['between', between],
    ['behind', behind.slice(0, 8)],
  ] as const) {
    const hits = words.filter((word) => TRIGGERS[type].has(word)).length;
    add(`trigger-${zone}=${Math.min(2, hits)}`);
  }
  if (tokens.some((token) => PLANNED.has(token.lower))) add('planned');
  if (tokens.some((token) => DENIED.has(token.lower))) add('denied');
  if (between.some((word, index) => word === 'by' && index > between.length - 4))
    add('by-before-right');
  if (
    /\b(?:was|were|been|being|be|is|are)\s+\w+(?:ed|en|lt|ld|ught|nt)\b/.test(
      text.clean.slice(start, end),
    )
  )
    add('passive');
  const rivals = (kind: string, self: Entity) =>
    [...mentions].filter(
      ([mention, entity]) =>
        entity.kind === kind &&
        entity !== self &&
        mention.start >= start &&
        mention.end <= end + (right.end - right.start) &&
        mention !== right &&
        mention !== left,
    ).length;
  add(`rival-from=${bucket(rivals(from.kind, from))}`);
  add(`rival-to=${bucket(rivals(to.kind, to))}`);
  const sameKind = (kind: string) =>
    new Set([...mentions.values()].filter((entity) => entity.kind === kind)).size;
  add(`from-count=${bucket(sameKind(from.kind))}`);
  add(`to-count=${bucket(sameKind(to.kind))}`);
  add(`from-only=${context.entities.filter((entity) => entity.kind === from.kind).length === 1}`);
  add(`to-only=${context.entities.filter((entity) => entity.kind === to.kind).length === 1}`);
  add(
    `first-in-sentence=${[...mentions.keys()].every((mention) => mention.start >= left.start) ? order : 'no'}`,
  );
  add(`a-by=${a.by}`);
  add(`b-by=${b.by}`);
  for (const [side, mention, entity] of [
    ['a', a, from],
    ['b', b, to],
  ] as const) {
    if (entity.kind === 'Event' || entity.kind === 'Agreement' || entity.kind === 'ArmsSale')
      add(`${side}-head=${mention.text.toLowerCase().split(' ').at(-1)}`);
    if (entity.kind === 'Country')
      add(
        `${side}-adjective=${/(?:an|ese|ish|li|qi|ni|ti|di|i|ch|U\.?S\.?)$/.test(mention.text) && !/stan$|ran$|wan$|pan$/.test(mention.text)}`,
      );
    if (mention.reference) add(`${side}-reference`);
    add(`${side}-mentions=${bucket(entity.mentions.length)}`);
  }
  if (from.kind === 'Person') {
    add(`titled=${a.title ? a.by : 'no'}`);
    if (a.title && inside(b, a.title)) add('to-in-title');
    else if (a.title && b.start >= a.title.start - 40 && b.end <= a.title.end + 40)
      add('to-near-title');
    const title = a.title ?? from.mentions.find((mention) => mention.title)?.title;
    if (title) {
      const words = text.clean
        .slice(title.start, title.end)
        .toLowerCase()
        .replace(/[^a-z ]+/g, ' ')
        .trim()
        .split(/\s+/);
      const holder = to.kind === 'Country' ? String(to.properties.iso2) : to.kind;
      add('from-has-title');
      add(`title=${words.slice(-3).join(' ')}>${holder}`);
      add(`title-word=${words.at(-1)}>${holder}`);
      add(
        `title-holds-country=${context.entities.some((entity) => entity.kind === 'Country' && entity.mentions.some((mention) => inside(mention, title)))}`,
      );
      add(
        `title-holds-organisation=${context.entities.some((entity) => entity.kind === 'Organisation' && entity.mentions.some((mention) => inside(mention, title)))}`,
      );
      add(
        `title-owner=${to.mentions.some((mention) => inside(mention, title)) ? 'this' : to.mentions.some((mention) => mention.end <= title.start && title.start - mention.end < 4) ? 'before' : 'no'}`,
      );
    }
    const countries = context.entities.filter((entity) => entity.kind === 'Country');
    if (to.kind === 'Country')
      add(
        `to-rank=${Math.min(4, countries.filter((country) => country.mentions.length > to.mentions.length).length)}`,
      );
  }
  if (
    to.mentions.some((mention) =>
      from.mentions.some((other) => !other.reference && inside(other, mention)),
    )
  )
    add('from-in-name-of-to');
  if (
    from.mentions.some((mention) =>
      to.mentions.some((other) => !other.reference && inside(other, mention)),
    )
  )
    add('to-in-name-of-from');
  return [...new Set(features)];
}

/** The features of an entity, for the scorer that decides whether it is worth keeping. */
export function entityFeatures(entity: Entity, context: Context): string[] {
  const features = new Set<string>();
  const add = (name: string) => features.add(name);
  const names = entity.mentions.filter((mention) => !mention.reference);
  add(`mentions=${bucket(names.length)}`);
  add(`unnamed=${entity.unnamed}`);
  add(`kind=${entity.properties.kind ?? ''}`);
  if (context.notice) add('notice');
  for (const mention of names.slice(0, 6)) {
    const sentence = context.text.sentences[mention.sentence];
    const words = mention.text.split(' ');
    const { before, after } = neighbours(sentence, mention, context.text);
    add(`by=${mention.by}`);
    add(`last=${words.at(-1)!.toLowerCase()}`);
    add(`first=${words[0].toLowerCase()}`);
    add(`words=${Math.min(5, words.length)}`);
    add(
      `shape=${words
        .map((word) =>
          /^[A-Z]+$/.test(word) ? 'A' : /^[A-Z]/.test(word) ? 'C' : /\d/.test(word) ? '9' : 'w',
        )
        .join('')
        .slice(0, 4)}`,
    );
    add(`before=${before.at(-1)}`);
    add(`after=${after[0]}`);
    add(`before2=${before.slice(-2).join(' ')}`);
    add(`after2=${after.slice(0, 2).join(' ')}`);
    add(`block=${context.text.blocks[sentence.block].kind}`);
    if (words.length === 1) add(`text=${mention.text}`);
    add(`opens=${mention.start === sentence.start}`);
    add(
      `people=${bucket(new Set([...context.bySentence[sentence.index]].filter(([, other]) => other.kind === 'Person').map(([, other]) => other.id)).size)}`,
    );
    add(
      `countries=${bucket(new Set([...context.bySentence[sentence.index]].filter(([, other]) => other.kind === 'Country').map(([, other]) => other.id)).size)}`,
    );
    if (mention.title) add('titled');
  }
  return [...features];
}

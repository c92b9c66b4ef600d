import { backgroundFeatures } from './background-features.ts';
import type { Candidate } from './candidates.ts';
import { bucket, type Context, masked, neighbours } from './context.ts';
import type { Entity, RelationshipType } from './terms.ts';
import { inside } from './terms.ts';
import { titleFeatures } from './title-features.ts';
import { DENIED, PLANNED, TRIGGERS } from './words.ts';

const PREPOSITION = /^(?:in|at|by|of|to|for|from|with|between|and|on|near|into|under|via|,|\()$/;
const ADJECTIVE = /(?:an|ese|ish|li|qi|ni|ti|di|i|ch|U\.?S\.?)$/;
const NO_ADJECTIVE = /stan$|ran$|wan$|pan$/;
const PASSIVE = /\b(?:was|were|been|being|be|is|are)\s+\w+(?:ed|en|lt|ld|ught|nt)\b/;

/** What two mentions in one place look like, whatever is asked of them. */
export interface PairFeatures {
  readonly names: readonly string[];
  /** Words around and between them, where the triggers of a type are counted. */
  readonly zones: readonly (readonly [name: string, words: readonly string[]])[];
}

const kindOf = ({ kind, properties }: Entity) => `${kind}/${properties.kind ?? ''}`;
const isInNameOf = (inner: Entity, outer: Entity) =>
  outer.mentions.some((mention) =>
    inner.mentions.some((other) => !other.reference && inside(other, mention)),
  );

/** Triggers of the type: the only features that another type of the same mentions does not share. */
export const triggerFeatures = ({ zones }: PairFeatures, type: RelationshipType): string[] =>
  zones.map(([zone, words]) => {
    const hits = words.filter((word) => TRIGGERS[type].has(word)).length;
    return `trigger-${zone}=${Math.min(2, hits)}`;
  });

/** The features of two mentions: sparse names, each given alone and together with the type. */
export function pairFeatures(
  { a, b, from, to, window }: Candidate,
  context: Context,
): PairFeatures {
  const { text, bySentence } = context;
  const features = new Set<string>();
  const add = (name: string) => features.add(name);
  const [sa, sb] = [text.sentences[a.sentence]!, text.sentences[b.sentence]!];
  const order = a.start <= b.start ? 'ab' : 'ba';
  const [left, right] = order === 'ab' ? [a, b] : [b, a];
  const [start, end] = [Math.min(left.end, right.start), right.start];
  const sentences = sa === sb ? [sa] : order === 'ab' ? [sa, sb] : [sb, sa];
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const mentions = new Map(sentences.flatMap(({ index }) => [...bySentence[index]!]));
  const between = masked(sentences, context, start, end);
  const ahead = masked(sentences, context, Math.min(sa.start, sb.start), left.start);
  const behind = masked(sentences, context, right.end, Math.max(sa.end, sb.end));
  add(`window=${window}`);
  add(`order=${order}`);
  add(`distance=${order}${bucket(between.length)}`);
  add(`ends=${kindOf(from)}>${kindOf(to)}`);
  add(`block=${text.blocks[sb.block]!.kind}`);
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
  const na = neighbours(sa, a);
  const nb = neighbours(sb, b);
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
  if (tokens.some((token) => PLANNED.has(token.lower))) add('planned');
  if (tokens.some((token) => DENIED.has(token.lower))) add('denied');
  if (between.some((word, index) => word === 'by' && index > between.length - 4))
    add('by-before-right');
  if (PASSIVE.test(text.clean.slice(start, end))) add('passive');
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
      add(`${side}-adjective=${ADJECTIVE.test(mention.text) && !NO_ADJECTIVE.test(mention.text)}`);
    if (mention.reference) add(`${side}-reference`);
    add(`${side}-mentions=${bucket(entity.mentions.length)}`);
  }
  for (const name of titleFeatures({ a, b, from, to }, context)) add(name);
  for (const name of backgroundFeatures({ a, b, from, to }, context)) add(name);
  if (isInNameOf(from, to)) add('from-in-name-of-to');
  if (isInNameOf(to, from)) add('to-in-name-of-from');
  return {
    names: [...features],
    zones: [
      ['ahead', ahead.slice(-8)],
      ['between', between],
      ['behind', behind.slice(0, 8)],
    ],
  };
}

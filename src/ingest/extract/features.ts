import { backgroundFeatures } from './background-features.ts';
import type { Candidate } from './candidates.ts';
import { bucket, type Context, neighbours } from './context.ts';
import { FeatureSet } from './feature-set.ts';
import { masked, maskedFirst, maskedLast, type Scene, within } from './scene.ts';
import type { Entity } from './terms.ts';
import { inside } from './terms.ts';
import { titleFeatures } from './title-features.ts';
import { triggersIn, ZONE, type Zone } from './triggers.ts';

const PREPOSITION = /^(?:in|at|by|of|to|for|from|with|between|and|on|near|into|under|via|,|\()$/;
const ADJECTIVE = /(?:an|ese|ish|li|qi|ni|ti|di|i|ch|U\.?S\.?)$/;
const NO_ADJECTIVE = /stan$|ran$|wan$|pan$/;
const PASSIVE = /\b(?:was|were|been|being|be|is|are)\s+\w+(?:ed|en|lt|ld|ught|nt)\b/;

/** What two mentions in one place look like, whatever is asked of them. */
export interface PairFeatures {
  /** Hashes of their names. */
  readonly features: readonly number[];
  /** For each zone the types that its words are triggers of. */
  readonly zones: Readonly<Record<Zone, readonly number[]>>;
}

const kindOf = ({ kind, properties }: Entity) => `${kind}/${properties.kind ?? ''}`;
const isInNameOf = (inner: Entity, outer: Entity) =>
  outer.mentions.some((mention) =>
    inner.mentions.some((other) => !other.reference && inside(other, mention)),
  );

/**
 * The features of two mentions: sparse names, each given alone and together with the type.
 * @param sceneOf the sentences between two numbers
 */
export function pairFeatures(
  { a, b, from, to, window }: Candidate,
  context: Context,
  sceneOf: (first: number, last: number) => Scene,
): PairFeatures {
  const { text } = context;
  const features = new FeatureSet();
  const { add } = features;
  const [sa, sb] = [text.sentences[a.sentence]!, text.sentences[b.sentence]!];
  const order = a.start <= b.start ? 'ab' : 'ba';
  const [left, right] = order === 'ab' ? [a, b] : [b, a];
  const [start, end] = [Math.min(left.end, right.start), right.start];
  const scene = order === 'ab' ? sceneOf(sa.index, sb.index) : sceneOf(sb.index, sa.index);
  const { tokens, mentions, counts } = scene;
  const [opening, closing] = within(scene, start, end);
  const between = masked(scene, opening, closing);
  const ahead = maskedLast(scene, ...within(scene, 0, left.start), ZONE);
  const behind = maskedFirst(scene, ...within(scene, right.end, Infinity), ZONE);
  add`window=${window}`;
  add`order=${order}`;
  add`distance=${order}${bucket(between.length)}`;
  add`ends=${kindOf(from)}>${kindOf(to)}`;
  add`block=${text.blocks[sb.block]!.kind}`;
  if (context.notice) add('notice');
  if (inside(b, a)) add('to-in-from');
  if (inside(a, b)) add('from-in-to');
  if (between.length <= 6) add`path=${order} ${between.join(' ')}`;
  between.slice(0, 14).forEach((word, index) => {
    add`between=${word}`;
    add`between2=${order} ${between[index - 1] ?? '^'} ${word}`;
    if (index > 0) add`between3=${between[index - 2] ?? '^'} ${between[index - 1]} ${word}`;
  });
  ahead.slice(-6).forEach((word) => add`ahead=${word}`);
  behind.slice(0, 6).forEach((word) => add`behind=${word}`);
  add`ahead2=${ahead.slice(-2).join(' ')}`;
  add`behind2=${behind.slice(0, 2).join(' ')}`;
  const na = neighbours(sa, a);
  const nb = neighbours(sb, b);
  add`a-before=${na.before.at(-1)}`;
  add`a-after=${na.after[0]}`;
  add`b-before=${nb.before.at(-1)}`;
  add`b-after=${nb.after[0]}`;
  add`a-before2=${na.before.slice(-2).join(' ')}`;
  add`b-before2=${nb.before.slice(-2).join(' ')}`;
  const preposition = (before: string[]) =>
    [...before].reverse().find((word) => PREPOSITION.test(word)) ?? '-';
  add`prepositions=${preposition(na.before)}>${preposition(nb.before)}`;
  const inBetween = tokens.slice(opening, closing);
  add`verbs=${inBetween
    .filter((token) => token.pos === 'VERB')
    .slice(0, 3)
    .map((token) => token.lemma)
    .join('>')}`;
  for (const token of tokens) if (token.pos === 'VERB') add`verb=${token.lemma}`;
  if (inBetween.length <= 8) add`pos=${order} ${inBetween.map((token) => token.pos).join(' ')}`;
  if (scene.planned) add('planned');
  if (scene.denied) add('denied');
  if (between.some((word, index) => word === 'by' && index > between.length - 4))
    add('by-before-right');
  if (PASSIVE.test(text.clean.slice(start, end))) add('passive');
  const rivals = (kind: string, self: Entity) =>
    mentions.filter(
      ([mention, entity]) =>
        entity.kind === kind &&
        entity !== self &&
        mention.start >= start &&
        mention.end <= end + (right.end - right.start) &&
        mention !== right &&
        mention !== left,
    ).length;
  add`rival-from=${bucket(rivals(from.kind, from))}`;
  add`rival-to=${bucket(rivals(to.kind, to))}`;
  add`from-count=${bucket(counts.get(from.kind) ?? 0)}`;
  add`to-count=${bucket(counts.get(to.kind) ?? 0)}`;
  add`from-only=${context.counts.get(from.kind) === 1}`;
  add`to-only=${context.counts.get(to.kind) === 1}`;
  add`first-in-sentence=${scene.first >= left.start ? order : 'no'}`;
  add`a-by=${a.by}`;
  add`b-by=${b.by}`;
  for (const [side, mention, entity] of [
    ['a', a, from],
    ['b', b, to],
  ] as const) {
    if (entity.kind === 'Event' || entity.kind === 'Agreement' || entity.kind === 'ArmsSale')
      add`${side}-head=${mention.text.toLowerCase().split(' ').at(-1)}`;
    if (entity.kind === 'Country')
      add`${side}-adjective=${ADJECTIVE.test(mention.text) && !NO_ADJECTIVE.test(mention.text)}`;
    if (mention.reference) add`${side}-reference`;
    add`${side}-mentions=${bucket(entity.mentions.length)}`;
  }
  for (const name of titleFeatures({ a, b, from, to }, context)) add(name);
  for (const name of backgroundFeatures({ a, b, from, to }, context)) add(name);
  if (isInNameOf(from, to)) add('from-in-name-of-to');
  if (isInNameOf(to, from)) add('to-in-name-of-from');
  return {
    features: features.list(),
    zones: {
      ahead: triggersIn(ahead),
      between: triggersIn(between),
      behind: triggersIn(behind),
    },
  };
}

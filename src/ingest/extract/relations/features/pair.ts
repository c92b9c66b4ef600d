import { inside, type Span } from '../../../text/text.ts';
import type { Entity, Mention } from '../../vocabulary.ts';
import type { Candidate } from '../candidates.ts';
import { hash, hashOn } from '../model/scorers.ts';
import { argumentFeaturesOf } from './argument.ts';
import { backgroundFeatures } from './background.ts';
import { bucket, type Context } from './context.ts';
import { FeatureSet } from './feature-set.ts';
import { namesWithin } from './nesting.ts';
import { hashJoined } from './ngrams.ts';
import { labelled, type SentenceTemplate, templatesOf, within } from './sentence.ts';
import { titleFeaturesOf } from './title.ts';
import { triggersIn, ZONE, type Zone } from './triggers.ts';

const PASSIVE = /\b(?:was|were|been|being|be|is|are)\s+\w+(?:ed|en|lt|ld|ught|nt)\b/;
/** Longer paths, and longer sequences of parts of speech, hardly occur twice. */
const [PATH_MAX, POS_MAX] = [6, 8];
/** Most labels of each range that give n-grams. */
const [BETWEEN_MAX, AROUND_MAX] = [14, 6];
const VERBS_MAX = 3;
/** How many labels before the right mention are searched for "by": "approved by Congress". */
const BY_NEAR = 3;
const AHEAD2 = hash('ahead2=');
const BEHIND2 = hash('behind2=');
const VERBS = hash('verbs=');
const PATH = { ab: hash('path=ab '), ba: hash('path=ba ') };
const POS = { ab: hash('pos=ab '), ba: hash('pos=ba ') };

/** Features of two mentions that are independent of the type. */
export interface PairFeatures {
  /** Hashes of the features' names. */
  readonly features: readonly number[];
  /** For each zone, which types its words are triggers of, as bits. */
  readonly zones: Readonly<Record<Zone, readonly number[]>>;
}

/** Hash of the first verbs of a range of tokens. */
function verbsHash({ tokens }: SentenceTemplate, from: number, to: number): number {
  let value = VERBS;
  let count = 0;
  for (let at = from; at < to && count < VERBS_MAX; at++) {
    if (tokens[at]!.pos !== 'VERB') continue;
    value = hashOn(count++ > 0 ? hashOn(value, '>') : value, tokens[at]!.lemma);
  }
  return value;
}

function posHash({ tokens }: SentenceTemplate, from: number, to: number, state: number): number {
  let value = state;
  for (let at = from; at < to; at++)
    value = hashOn(at > from ? hashOn(value, ' ') : value, tokens[at]!.pos);
  return value;
}

/** Number of other entities of a kind between the two mentions, or within the right one. */
function countCompeting(
  { mentions }: SentenceTemplate,
  self: Entity,
  left: Mention,
  right: Mention,
  [start, end]: readonly [number, number],
): number {
  let count = 0;
  for (const [mention, entity] of mentions)
    if (
      entity.kind === self.kind &&
      entity !== self &&
      mention.start >= start &&
      mention.end <= end &&
      mention !== right &&
      mention !== left
    )
      count++;
  return count;
}

/** Two mentions in their sentences: their order, and the ranges before, between and behind. */
interface Place {
  readonly template: SentenceTemplate;
  readonly order: 'ab' | 'ba';
  readonly left: Mention;
  readonly right: Mention;
  /** From the end of the left mention to the start of the right one, in UTF-16 units. */
  readonly stretch: Span;
  /** Half-open ranges between the mentions, in tokens and in labels. */
  readonly tokens: readonly [number, number];
  readonly labels: readonly [number, number];
  readonly ahead: readonly [number, number];
  readonly behind: readonly [number, number];
}

function placeOf(
  templateOf: ReturnType<typeof templatesOf>,
  { subjectMention, objectMention }: Candidate,
): Place {
  const order = subjectMention.start <= objectMention.start ? 'ab' : 'ba';
  const [left, right] =
    order === 'ab' ? [subjectMention, objectMention] : [objectMention, subjectMention];
  const stretch = { start: Math.min(left.end, right.start), end: right.start };
  const template = templateOf(left.sentence, right.sentence);
  const tokens = within(template, stretch.start, stretch.end);
  return {
    template,
    order,
    left,
    right,
    stretch,
    tokens,
    labels: labelled(template, tokens),
    ahead: labelled(template, within(template, 0, left.start)),
    behind: labelled(template, within(template, right.end, Infinity)),
  };
}

/** Adds the paths and n-grams of the labels before, between and behind. */
function addWords(
  hashes: number[],
  { template, order, labels: [first, last], ahead, behind }: Place,
) {
  const { labels, grams } = template;
  if (last - first <= PATH_MAX) hashes.push(hashJoined(PATH[order], labels, first, last));
  grams.between(order, first, Math.min(last, first + BETWEEN_MAX), hashes);
  grams.ahead(Math.max(ahead[0], ahead[1] - AROUND_MAX), ahead[1], hashes);
  grams.behind(behind[0], Math.min(behind[1], behind[0] + AROUND_MAX), hashes);
  hashes.push(
    hashJoined(AHEAD2, labels, Math.max(ahead[0], ahead[1] - 2), ahead[1]),
    hashJoined(BEHIND2, labels, behind[0], Math.min(behind[1], behind[0] + 2)),
  );
}

/** Adds verbs, plans, denials, "by" and the passive of the range between the mentions. */
function addVoice(features: FeatureSet, place: Place, words: string) {
  const { template, order, tokens, labels } = place;
  const [[opening, closing], [first, last]] = [tokens, labels];
  features.hashes.push(verbsHash(template, opening, closing));
  features.addAll(template.verbs);
  if (closing - opening <= POS_MAX)
    features.hashes.push(posHash(template, opening, closing, POS[order]));
  if (template.planned) features.add('planned');
  if (template.denied) features.add('denied');
  if (
    template.labels.lastIndexOf('by', last - 1) >= Math.max(first, last - BY_NEAR) &&
    last > first
  )
    features.add('by-before-right');
  if (PASSIVE.test(words)) features.add('passive');
}

/** Adds how many competing entities are between the mentions, in the sentence, in the text. */
function addCounts(
  features: FeatureSet,
  { template, order, left, right, stretch: { start, end } }: Place,
  { subject, object }: Candidate,
  inDocument: Context['counts'],
) {
  const { counts } = template;
  const stretch = [start, end + (right.end - right.start)] as const;
  features.add`rival-from=${bucket(countCompeting(template, subject, left, right, stretch))}`;
  features.add`rival-to=${bucket(countCompeting(template, object, left, right, stretch))}`;
  features.add`from-count=${bucket(counts.get(subject.kind) ?? 0)}`;
  features.add`to-count=${bucket(counts.get(object.kind) ?? 0)}`;
  features.add`from-only=${inDocument.get(subject.kind) === 1}`;
  features.add`to-only=${inDocument.get(object.kind) === 1}`;
  features.add`first-in-sentence=${template.first >= left.start ? order : 'no'}`;
}

/** The triggers in the words before, between and behind. */
function zonesOf({ template, labels: [first, last], ahead, behind }: Place): PairFeatures['zones'] {
  const { labels } = template;
  return {
    ahead: triggersIn(labels, Math.max(ahead[0], ahead[1] - ZONE), ahead[1]),
    between: triggersIn(labels, first, last),
    behind: triggersIn(labels, behind[0], Math.min(behind[1], behind[0] + ZONE)),
  };
}

/**
 * @returns a function that computes the features of two mentions: sparse names, each used alone and
 *   with the type. Training and extraction must add them in the same order
 */
export function pairFeaturesOf(context: Context): (candidate: Candidate) => PairFeatures {
  const { text } = context;
  const templateOf = templatesOf(context);
  const [endOfA, endOfB] = [argumentFeaturesOf(context, 'a'), argumentFeaturesOf(context, 'b')];
  const titleFeatures = titleFeaturesOf(context);
  const inNames = namesWithin(context.entities);
  return (candidate) => {
    const { subjectMention, objectMention, subject, object, window } = candidate;
    const features = new FeatureSet();
    const { hashes } = features;
    const place = placeOf(templateOf, candidate);
    const { order, labels, stretch } = place;
    features.add`window=${window}`;
    features.add`order=${order}`;
    features.add`distance=${order}${bucket(labels[1] - labels[0])}`;
    features.add`ends=${subject.kind}/${subject.properties.kind ?? ''}>${object.kind}/${object.properties.kind ?? ''}`;
    features.add`block=${text.blocks[text.sentences[objectMention.sentence]!.block]!.kind}`;
    if (context.notice) features.add('notice');
    if (inside(objectMention, subjectMention)) features.add('to-in-from');
    if (inside(subjectMention, objectMention)) features.add('from-in-to');
    addWords(hashes, place);
    const [endA, endB] = [endOfA(subjectMention, subject), endOfB(objectMention, object)];
    hashes.push(endA.before, endA.after, endB.before, endB.after, endA.before2, endB.before2);
    features.add`prepositions=${endA.preposition}>${endB.preposition}`;
    addVoice(features, place, text.clean.slice(stretch.start, stretch.end));
    addCounts(features, place, candidate, context.counts);
    hashes.push(endA.by, endB.by);
    features.addAll(endA.looks);
    features.addAll(endB.looks);
    features.addAll(titleFeatures({ subjectMention, objectMention, subject, object }));
    features.addAll(backgroundFeatures(subject, object));
    if (endA.holder !== undefined) hashes.push(endA.holder);
    if (endB.holder !== undefined) hashes.push(endB.holder);
    if (inNames.get(subject)?.has(object)) features.add('from-in-name-of-to');
    if (inNames.get(object)?.has(subject)) features.add('to-in-name-of-from');
    return { features: features.list(), zones: zonesOf(place) };
  };
}

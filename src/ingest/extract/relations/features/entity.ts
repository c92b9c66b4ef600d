import { KIND_NAMES } from '../../../../model/kinds.ts';
import type { Reading } from '../../encoder/reading.ts';
import type { Entity } from '../../vocabulary.ts';
import { bucket, type Context, neighbours } from './context.ts';
import { FeatureSet } from './feature-set.ts';

const MENTIONS_MAX = 6;

const shapeOf = (word: string) =>
  /^[A-Z]+$/.test(word) ? 'A' : /^[A-Z]/.test(word) ? 'C' : /\d/.test(word) ? '9' : 'w';

const SUPPORTED_MAX = 24;
/** Each threshold that the support exceeds is a feature: the scorer learns a step function. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97];

/** Adds the encoder's support for the entity's kind and for other kinds. */
function addSupport(features: FeatureSet, { kind, mentions }: Entity, reading: Reading): void {
  const some = mentions.filter(({ reference }) => !reference).slice(0, SUPPORTED_MAX);
  if (some.length === 0) return;
  const meanFor = (each: typeof kind) =>
    some.reduce((sum, mention) => sum + reading.support(each, mention), 0) / some.length;
  const most = Math.max(...some.map((mention) => reading.support(kind, mention)));
  const mean = meanFor(kind);
  const others = KIND_NAMES.filter((each) => each !== kind).map((each) => ({
    each,
    support: meanFor(each),
  }));
  const other = others.reduce((best, one) => (one.support > best.support ? one : best));
  for (const step of STEPS) {
    if (most > step) features.add`support>${step}`;
    if (mean > step) features.add`mean-support>${step}`;
    if (other.support > step) features.add`other-support>${step}`;
  }
  features.add('read');
  if (other.support > 0.35) features.add`taken-for=${other.each}`;
}

/** Features by which the scorer decides whether an entity is kept, as hashes of their names. */
export function entityFeatures(
  entity: Entity,
  context: Context,
  reading: Reading | null,
): number[] {
  const features = new FeatureSet();
  const names = entity.mentions.filter((mention) => !mention.reference);
  features.add`mentions=${bucket(names.length)}`;
  features.add`unnamed=${entity.unnamed}`;
  features.add`kind=${entity.properties.kind ?? ''}`;
  if (context.notice) features.add('notice');
  if (reading) addSupport(features, entity, reading);
  for (const mention of names.slice(0, MENTIONS_MAX)) {
    const sentence = context.text.sentences[mention.sentence]!;
    const words = mention.text.split(' ');
    const { before, after } = neighbours(sentence, mention);
    features.add`by=${mention.rule}`;
    features.add`last=${words.at(-1)!.toLowerCase()}`;
    features.add`first=${words[0]!.toLowerCase()}`;
    features.add`words=${Math.min(5, words.length)}`;
    features.add`shape=${words.map(shapeOf).join('').slice(0, 4)}`;
    features.add`before=${before.at(-1)}`;
    features.add`after=${after[0]}`;
    features.add`before2=${before.slice(-2).join(' ')}`;
    features.add`after2=${after.slice(0, 2).join(' ')}`;
    features.add`block=${context.text.blocks[sentence.block]!.kind}`;
    if (words.length === 1) features.add`text=${mention.text}`;
    features.add`opens=${mention.start === sentence.start}`;
    const present = [...context.bySentence[sentence.index]!.values()];
    const count = (kind: string) =>
      new Set(present.filter((other) => other.kind === kind).map(({ id }) => id)).size;
    features.add`people=${bucket(count('Person'))}`;
    features.add`countries=${bucket(count('Country'))}`;
    if (mention.title) features.add('titled');
  }
  return features.list();
}

import type { Entity } from '../../vocabulary.ts';
import { bucket, type Context, neighbours } from './context.ts';
import { FeatureSet } from './feature-set.ts';

const MENTIONS_MAX = 6;

const shapeOf = (word: string) =>
  /^[A-Z]+$/.test(word) ? 'A' : /^[A-Z]/.test(word) ? 'C' : /\d/.test(word) ? '9' : 'w';

/** The features of an entity, as hashes of their names, for the scorer that decides whether it is worth keeping. */
export function entityFeatures(entity: Entity, context: Context): number[] {
  const features = new FeatureSet();
  const names = entity.mentions.filter((mention) => !mention.reference);
  features.add`mentions=${bucket(names.length)}`;
  features.add`unnamed=${entity.unnamed}`;
  features.add`kind=${entity.properties.kind ?? ''}`;
  if (context.notice) features.add('notice');
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

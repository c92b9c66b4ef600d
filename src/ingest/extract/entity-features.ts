import { bucket, type Context, neighbours } from './context.ts';
import { FeatureSet } from './feature-set.ts';
import type { Entity } from './terms.ts';

const MENTIONS_MAX = 6;

const shapeOf = (word: string) =>
  /^[A-Z]+$/.test(word) ? 'A' : /^[A-Z]/.test(word) ? 'C' : /\d/.test(word) ? '9' : 'w';

/** The features of an entity, as hashes of their names, for the scorer that decides whether it is worth keeping. */
export function entityFeatures(entity: Entity, context: Context): number[] {
  const features = new FeatureSet();
  const { add } = features;
  const names = entity.mentions.filter((mention) => !mention.reference);
  add`mentions=${bucket(names.length)}`;
  add`unnamed=${entity.unnamed}`;
  add`kind=${entity.properties.kind ?? ''}`;
  if (context.notice) add('notice');
  for (const mention of names.slice(0, MENTIONS_MAX)) {
    const sentence = context.text.sentences[mention.sentence]!;
    const words = mention.text.split(' ');
    const { before, after } = neighbours(sentence, mention);
    add`by=${mention.by}`;
    add`last=${words.at(-1)!.toLowerCase()}`;
    add`first=${words[0]!.toLowerCase()}`;
    add`words=${Math.min(5, words.length)}`;
    add`shape=${words.map(shapeOf).join('').slice(0, 4)}`;
    add`before=${before.at(-1)}`;
    add`after=${after[0]}`;
    add`before2=${before.slice(-2).join(' ')}`;
    add`after2=${after.slice(0, 2).join(' ')}`;
    add`block=${context.text.blocks[sentence.block]!.kind}`;
    if (words.length === 1) add`text=${mention.text}`;
    add`opens=${mention.start === sentence.start}`;
    const present = [...context.bySentence[sentence.index]!.values()];
    const count = (kind: string) =>
      new Set(present.filter((other) => other.kind === kind).map(({ id }) => id)).size;
    add`people=${bucket(count('Person'))}`;
    add`countries=${bucket(count('Country'))}`;
    if (mention.title) add('titled');
  }
  return features.list();
}

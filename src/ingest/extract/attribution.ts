import { type Entity, type Sentence, squash, type Text } from './terms.ts';

const ACCORDING =
  /\baccording to (?:the |a |an )?((?:[A-Z][\w’'&.-]*)(?: (?:of|for|the|and|&|[A-Z][\w’'&.-]*))*)/;
const SAY =
  /\b(?:said|says|stated|states|told|announced|confirmed|noted|added|claimed|reported|tweeted|wrote|denied|underlined|stressed)\b/g;
/** A speaker stands this near to the verb, in UTF-16 units. */
const NEAR = 60;

/** Who says so, where the sentence names them; null otherwise. */
export function attributionOf(
  text: Text,
  sentence: Sentence,
  entities: readonly Entity[],
): string | null {
  const words = text.clean.slice(sentence.start, sentence.end);
  const according = ACCORDING.exec(words)?.[1];
  if (according) return squash(according);
  let best: { name: string; distance: number } | null = null;
  for (const verb of words.matchAll(SAY)) {
    const at = sentence.start + verb.index;
    for (const entity of entities) {
      if (entity.kind !== 'Person' && entity.kind !== 'Organisation') continue;
      for (const mention of entity.mentions) {
        if (mention.sentence !== sentence.index || mention.reference) continue;
        const distance =
          mention.end <= at ? at - mention.end : mention.start - at - verb[0].length + 10;
        if (distance >= 0 && distance < NEAR && (best === null || distance < best.distance))
          best = { name: entity.name, distance };
      }
    }
  }
  return best?.name ?? null;
}

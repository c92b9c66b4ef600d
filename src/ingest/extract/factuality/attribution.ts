import { type Sentence, squash, type Text } from '../../text/text.ts';
import type { Entity, Mention } from '../vocabulary.ts';

const ACCORDING =
  /\baccording to (?:the |a |an )?((?:[A-Z][\w’'&.-]*)(?: (?:of|for|the|and|&|[A-Z][\w’'&.-]*))*)/;
const SAY =
  /\b(?:said|says|stated|states|told|announced|confirmed|noted|added|claimed|reported|tweeted|wrote|denied|underlined|stressed)\b/g;
/** A speaker stands this near to the verb, in UTF-16 units. */
const NEAR = 60;

type Speaker = { readonly name: string; readonly mention: Mention };

interface Known {
  /** By sentence, in the order of the entities. */
  readonly speakers: ReadonlyMap<number, readonly Speaker[]>;
  readonly said: Map<number, string | null>;
}

const known = new WeakMap<readonly Entity[], Known>();

function speakersOf(entities: readonly Entity[]): Known {
  const speakers = new Map<number, Speaker[]>();
  for (const { kind, name, mentions } of entities) {
    if (kind !== 'Person' && kind !== 'Organisation') continue;
    for (const mention of mentions) {
      if (mention.reference) continue;
      const here = speakers.get(mention.sentence);
      if (here) here.push({ name, mention });
      else speakers.set(mention.sentence, [{ name, mention }]);
    }
  }
  return { speakers, said: new Map() };
}

/**
 * Who says so, where the sentence names them; null otherwise.
 * @param entities of the document, the same list for each of its sentences
 */
export function attributionOf(
  text: Text,
  sentence: Sentence,
  entities: readonly Entity[],
): string | null {
  const of = known.get(entities) ?? speakersOf(entities);
  known.set(entities, of);
  let said = of.said.get(sentence.index);
  if (said === undefined) {
    said = readAttribution(text, sentence, of.speakers.get(sentence.index) ?? []);
    of.said.set(sentence.index, said);
  }
  return said;
}

function readAttribution(
  text: Text,
  sentence: Sentence,
  speakers: readonly Speaker[],
): string | null {
  const words = text.clean.slice(sentence.start, sentence.end);
  const according = ACCORDING.exec(words)?.[1];
  if (according) return squash(according);
  let best: { name: string; distance: number } | null = null;
  for (const verb of words.matchAll(SAY)) {
    const at = sentence.start + verb.index;
    for (const { name, mention } of speakers) {
      const distance =
        mention.end <= at ? at - mention.end : mention.start - at - verb[0].length + 10;
      if (distance >= 0 && distance < NEAR && (best === null || distance < best.distance))
        best = { name, distance };
    }
  }
  return best?.name ?? null;
}

import { addTo } from '../../../grouped.ts';
import { remembered } from '../../../remembered.ts';
import { allOf } from '../../text/pattern.ts';
import { type Sentence, squash, type Text } from '../../text/text.ts';
import type { Entity, Mention } from '../vocabulary.ts';

const ACCORDING =
  /\b[Aa]ccording to (?:the |a |an )?((?:[A-Z][\w’'&.-]*)(?: (?:of|for|the|and|&|[A-Z][\w’'&.-]*))*)/;
const SAY =
  /\b(?:said|says|stated|states|told|announced|confirmed|noted|added|claimed|reported|tweeted|wrote|denied|underlined|stressed)\b/g;
/** Greatest distance of a speaker from the verb, in UTF-16 units. */
const NEAR = 60;

type Speaker = { readonly name: string; readonly mention: Mention };

/** Possible speakers by sentence, in the order of the entities. */
function speakersOf(entities: readonly Entity[]): ReadonlyMap<number, readonly Speaker[]> {
  const speakers = new Map<number, Speaker[]>();
  for (const { kind, name, mentions } of entities) {
    if (kind !== 'Person' && kind !== 'Organisation') continue;
    for (const mention of mentions)
      if (!mention.reference) addTo(speakers, mention.sentence, { name, mention });
  }
  return speakers;
}

/** @returns a function that names the speaker of a sentence; null where the sentence names none */
export function attributionOf(
  text: Text,
  entities: readonly Entity[],
): (sentence: Sentence) => string | null {
  const speakers = speakersOf(entities);
  return remembered((sentence) =>
    readAttribution(text, sentence, speakers.get(sentence.index) ?? []),
  );
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
  for (const verb of allOf(words, SAY)) {
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

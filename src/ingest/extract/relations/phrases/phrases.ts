import { remembered } from '../../../../remembered.ts';
import type { Text } from '../../../text/text.ts';
import { modalityOfFact } from '../../factuality/evidence.ts';
import type { Entity, Mention, RelationMention } from '../../vocabulary.ts';
import type { Names, Neighbours } from './names.ts';

const LIES_IN =
  /^,? (?:in|on the (?:coast|border|island) of|in (?:the )?(?:north|south|east|west|central|northern|southern|eastern|western)(?:ern)? )\s?$/;
/** What may follow the name of a place behind another: "Lumut, Perak, on Monday". With "and" it is a list. */
const ENDS_PLACE = /^(?:,|\.|;|\)| (?:on|in|to|where|from|for|after|this|last|,))/;
const VARIANT =
  /^[,)]? (?:which is |is |was )?(?:an? |the )?(?:[\w-]+ ){0,3}?(?:variant|version|derivative|development) of (?:the |its |an? )?(?:[A-Z][\w-]+ )?$/;
const VARIANT_BACK = /^ (?:in its|in the|comes in an?) (?:[\w-]+ )?(?:variant|version) $/;

/** Confidence, 0..1, that the words put one place in another; undefined if they do not. */
function liesIn({ clean }: Text, { object, objectMention, words }: Neighbours): number | undefined {
  const { end } = objectMention;
  if (words === ', ' && (object.kind === 'Country' || ENDS_PLACE.test(clean.slice(end, end + 6))))
    return 0.8;
  return LIES_IN.test(words) ? 0.85 : undefined;
}

/** Finds relations in fixed phrases: "Kadena Air Base in Japan", "the F-35B, a variant of". */
export function patternRelations({ text, neighbours }: Names): RelationMention[] {
  const found: RelationMention[] = [];
  for (const pair of neighbours) {
    const { words, ...ends } = pair;
    const { subject, object, subjectMention, objectMention } = ends;
    if (subject.kind === 'Place' && (object.kind === 'Place' || object.kind === 'Country')) {
      const confidence = liesIn(text, pair);
      if (confidence !== undefined)
        found.push({ type: 'LOCATED_IN', ...ends, confidence, modality: 'asserted' });
    }
    if (subject.kind === 'WeaponSystem' && object.kind === 'WeaponSystem') {
      const type = 'VARIANT_OF';
      const modality = modalityOfFact(text, { type, subjectMention, objectMention });
      if (VARIANT.test(words)) found.push({ type, ...ends, confidence: 0.9, modality });
      else if (VARIANT_BACK.test(words))
        found.push({
          type,
          subject: object,
          object: subject,
          subjectMention: objectMention,
          objectMention: subjectMention,
          confidence: 0.7,
          modality,
        });
    }
  }
  return found;
}

/** A signing that may lie ahead: what "was signed in 1990" does not. */
const SIGNING =
  /\b(?:be (?:signed|inked|concluded|sealed)|sign(?:s|ing)?|ink(?:s|ing)?|conclud(?:es?|ing)|seal(?:s|ing)?)\b/i;
const AHEAD =
  /\b(?:will|would|plan(?:s|ned)?|to sign|to ink|to be signed|set to|upcoming|expected|scheduled|next|agreed to|intend|aims?|hopes?|planning|prepar|once|when)\b/i;

/**
 * Finds announced signings: parties of an agreement whose signing the same sentence plans. The
 * scorer learns completed signings only, so it leaves these out.
 */
export function plannedSignings(text: Text, facts: readonly RelationMention[]): RelationMention[] {
  const signed = new Set(facts.filter(({ type }) => type === 'SIGNED').map(({ object }) => object));
  const planned = new Map<string, RelationMention>();
  const announces = remembered((number: number) => {
    const { start, end } = text.sentences[number]!;
    const words = text.clean.slice(start, end);
    return SIGNING.test(words) && AHEAD.test(words);
  });
  const announced = remembered(({ mentions }: Entity) =>
    mentions.filter(({ sentence }) => announces(sentence)),
  );
  const firstIn = remembered(({ mentions }: Entity) => {
    const first = new Map<number, Mention>();
    for (const mention of mentions)
      if (!first.has(mention.sentence)) first.set(mention.sentence, mention);
    return first;
  });
  for (const { type, subject, object } of facts) {
    if (type !== 'PARTY_TO' || signed.has(object)) continue;
    const key = `${subject.id} ${object.id}`;
    for (const objectMention of announced(object)) {
      if (planned.has(key)) break;
      const subjectMention = firstIn(subject).get(objectMention.sentence);
      if (!subjectMention) continue;
      const fact = {
        type: 'SIGNED',
        subject,
        object,
        subjectMention,
        objectMention,
        confidence: 0.7,
      } as const;
      if (modalityOfFact(text, fact) !== 'denied')
        planned.set(key, { ...fact, modality: 'planned' });
    }
  }
  return [...planned.values()];
}

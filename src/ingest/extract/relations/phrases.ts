import type { Text } from '../../text/text.ts';
import { modalityOfFact } from '../factuality/evidence.ts';
import { remembered } from '../remembered.ts';
import type { Entity, Fact, Mention } from '../vocabulary.ts';

const between = (text: Text, left: Mention, right: Mention) =>
  text.clean.slice(left.end, right.start);

function* neighbours(
  text: Text,
  entities: readonly Entity[],
): Generator<{ from: Entity; to: Entity; a: Mention; b: Mention; words: string }> {
  const all = entities
    .flatMap((entity) =>
      entity.mentions
        .filter((mention) => !mention.reference)
        .map((mention) => ({ entity, mention })),
    )
    .sort((x, y) => x.mention.start - y.mention.start);
  for (let at = 0; at < all.length; at++)
    for (const next of all.slice(at + 1, at + 4)) {
      const one = all[at]!;
      if (
        next.mention.sentence !== one.mention.sentence ||
        next.mention.start < one.mention.end ||
        next.entity === one.entity
      )
        continue;
      yield {
        from: one.entity,
        to: next.entity,
        a: one.mention,
        b: next.mention,
        words: between(text, one.mention, next.mention),
      };
    }
}

const LIES_IN =
  /^,? (?:in|on the (?:coast|border|island) of|in (?:the )?(?:north|south|east|west|central|northern|southern|eastern|western)(?:ern)? )\s?$/;
const VARIANT =
  /^[,)]? (?:which is |is |was )?(?:an? |the )?(?:[\w-]+ ){0,3}?(?:variant|version|derivative|development) of (?:the |its |an? )?(?:[A-Z][\w-]+ )?$/;
const VARIANT_BACK = /^ (?:in its|in the|comes in an?) (?:[\w-]+ )?(?:variant|version) $/;

/** What short fixed phrases say: "Kadena Air Base in Japan", "the F-35B, a variant of the F-35". */
export function phraseFacts(text: Text, entities: readonly Entity[]): Fact[] {
  const facts: Fact[] = [];
  for (const { from, to, a, b, words } of neighbours(text, entities)) {
    if (from.kind === 'Place' && (to.kind === 'Place' || to.kind === 'Country')) {
      const comma =
        words === ', ' &&
        (to.kind === 'Country' ||
          /^(?:,|\.|;|\)| (?:on|in|to|and|where|from|for|after|this|last|,))/.test(
            text.clean.slice(b.end, b.end + 6),
          ));
      if (comma || LIES_IN.test(words))
        facts.push({
          type: 'LOCATED_IN',
          from,
          to,
          a,
          b,
          confidence: comma ? 0.8 : 0.85,
          modality: 'asserted',
        });
    }
    if (from.kind === 'WeaponSystem' && to.kind === 'WeaponSystem') {
      if (VARIANT.test(words)) facts.push({ type: 'VARIANT_OF', from, to, a, b, confidence: 0.9 });
      else if (VARIANT_BACK.test(words))
        facts.push({ type: 'VARIANT_OF', from: to, to: from, a: b, b: a, confidence: 0.7 });
    }
  }
  return facts;
}

const SIGNING =
  /\b(?:sign(?:s|ed|ing)?|ink(?:s|ed|ing)?|conclu(?:de[sd]?|ding)|seal(?:s|ed|ing)?)\b/i;
const AHEAD =
  /\b(?:will|would|plan(?:s|ned)?|to sign|to ink|to be signed|set to|upcoming|expected|scheduled|next|agreed to|intend|aims?|hopes?|planning|prepar|once|when)\b/i;

/**
 * A signing that is announced: whom the agreement binds, where the same sentence plans its
 * signing. The scorer learns what was signed, and so leaves these out.
 */
export function plannedSignings(text: Text, facts: readonly Fact[]): Fact[] {
  const signed = new Set(facts.filter(({ type }) => type === 'SIGNED').map(({ to }) => to));
  const planned = new Map<string, Fact>();
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
  for (const { type, from, to } of facts) {
    if (type !== 'PARTY_TO' || signed.has(to)) continue;
    const key = `${from.id} ${to.id}`;
    for (const b of announced(to)) {
      if (planned.has(key)) break;
      const a = firstIn(from).get(b.sentence);
      if (!a) continue;
      const fact = { type: 'SIGNED', from, to, a, b, confidence: 0.7 } as const;
      if (modalityOfFact(text, fact) !== 'denied')
        planned.set(key, { ...fact, modality: 'planned' });
    }
  }
  return [...planned.values()];
}

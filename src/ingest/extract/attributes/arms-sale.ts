import { grouped } from '../../../grouped.ts';
import { anyOf } from '../../text/pattern.ts';
import { overlap } from '../../text/text.ts';
import type { Document } from '../document.ts';
import type { Entity, Mention, RelationMention } from '../vocabulary.ts';
import type { AddAttribute } from './attribute.ts';
import { nearest, wordsOf } from './nearby-dates.ts';

/** Words within this distance of a sale, in UTF-16 units, give its stage. */
const STAGE_NEAR = 120;

/** "Rejected the claims" rejects words, not a sale. */
const WORDS_REJECTED =
  ' (?:the |these |those )?(?:claims?|reports?|criticism|allegations?|suggestions?|a resolution)';
const CANCELLED = new RegExp(
  String.raw`\b${anyOf(
    'cancel(?:s|led|ed)|scrapped|suspended|torn up|collapsed|fell through|called off|blocked|vetoed',
    `rejected(?!${WORDS_REJECTED})`,
  )}\b`,
  'i',
);

function stageOf(words: string): string | undefined {
  if (CANCELLED.test(words)) return 'cancelled';
  if (/\bapprov|determination|notif|\bcleared\b|\bconfirmed\b/i.test(words)) return 'approved';
  if (
    /\b(?:awarded|contract(?:s|ed)?|signed|ink(?:s|ed)|bought|purchased|order(?:s|ed)?|purchase agreement)\b/i.test(
      words,
    )
  )
    return 'contracted';
  if (/\bdeliver(?:ed|ies)\b/i.test(words) && !/\bwill\b/i.test(words)) return 'delivered';
  return /\b(?:propos|possible|request|consider)/i.test(words) ? 'proposed' : undefined;
}

/** "$80 million each", "$5 per round", "$2 billion a year": the sum is not that of the whole sale. */
const ONE_PART = anyOf(
  'piece|unit|copy|round|shot|missile|aircraft|jet|tank|vehicle|head',
  'hour|day|month|year|annum',
);
const OF_ONE_PART = new RegExp(
  String.raw`^,? (?:each|apiece|annually|yearly|for each|(?:a|per) ${ONE_PART})\b`,
  'i',
);
const WORDS_OF_PART = 16;

/** The sales of a document, as the attributes need them. */
export interface Sales {
  /** Mentions of sales by sentence. */
  readonly named: ReadonlyMap<number, readonly Mention[]>;
  /** Mentions in relations that name a sale's ends. */
  readonly told: ReadonlyMap<Entity, readonly Mention[]>;
}

export function salesOf(sales: readonly Entity[], facts: readonly RelationMention[]): Sales {
  const named = grouped(
    sales.flatMap(({ mentions }) => mentions),
    ({ sentence }) => sentence,
  );
  const told = new Map<Entity, Mention[]>(sales.map((sale) => [sale, []]));
  for (const { subject, object, subjectMention, objectMention } of facts) {
    told.get(subject)?.push(objectMention);
    if (subject !== object) told.get(object)?.push(subjectMention);
  }
  return { named, told };
}

/** The mentions of a sale, and of sentences without one those in its relations. */
function placesOf(sale: Entity, { told }: Sales): Mention[] {
  const named = new Set(sale.mentions.map(({ sentence }) => sentence));
  return [
    ...sale.mentions,
    ...(told.get(sale) ?? []).filter(({ sentence }) => !named.has(sentence)),
  ];
}

/** Adds value, stage and dates of a sale. */
export function saleAttributes(
  document: Document,
  sale: Entity,
  sales: Sales,
  add: AddAttribute,
): void {
  const named = new Set(sale.mentions.map(({ sentence }) => sentence));
  let isPriced = false;
  for (const place of placesOf(sale, sales)) {
    const sentence = document.text.sentences[place.sentence]!;
    const sums = document.values
      .sumsOf(sentence)
      .filter(({ end }) => !OF_ONE_PART.test(document.text.clean.slice(end, end + WORDS_OF_PART)));
    // A sum belongs to the sale named nearest to it.
    const rivals = sales.named.get(place.sentence) ?? [];
    const mine = sums.filter((sum) => rivals.length === 0 || nearest(rivals, sum) === place);
    // "A $9 million contract" prices the contract; a sum beside "the contract" may be a payment.
    const own = mine.find((sum) => overlap(sum, place) > 0);
    // Once the sale itself is priced, a sum elsewhere is the price of one of its parts.
    const isPart = isPriced && !named.has(place.sentence);
    for (const sum of own ? [own] : isPart ? [] : mine.slice(0, 1)) {
      isPriced = true;
      add('value', String(sum.amount), sum, place.sentence, own ? 0.95 : 0.9, {
        currency: sum.currency,
        valueText: sum.raw,
      });
    }
    const stage = stageOf(
      wordsOf(document, {
        start: Math.max(sentence.start, place.start - STAGE_NEAR),
        end: Math.min(sentence.end, place.end + STAGE_NEAR),
      }),
    );
    if (stage) add('stage', stage, place, place.sentence, 0.7);
    const date = nearest(document.values.daysOf(sentence), place);
    if (date && stage === 'approved') add('approvedOn', date.date, date, place.sentence, 0.8);
    if (date && stage === 'contracted') add('contractedOn', date.date, date, place.sentence, 0.8);
  }
}

import type { PropertyValues } from '../../model/extraction.ts';
import { type DateFound, datesIn, referenceOf } from './dates.ts';
import type { Document } from './document.ts';
import type { Fact } from './facts.ts';
import { moneyIn } from './money.ts';
import { type Entity, type Mention, type Sentence, type Span, squash } from './terms.ts';

/** What a sentence says of a plain property of an entity. */
export interface PropertyFact {
  readonly entity: Entity;
  readonly property: string;
  /** As text. */
  readonly value: string;
  /** Values that belong with it: the currency of an amount. */
  readonly beside: PropertyValues;
  readonly span: Span;
  readonly sentence: number;
  readonly confidence: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  forty: 40,
  fifty: 50,
  'a hundred': 100,
  hundred: 100,
};
const NUMBER = String.raw`\d{1,3}(?:,\d{2,3})+|\d+|${Object.keys(NUMBERS)
  .filter((word) => word.length > 2)
  .join('|')}`;
const QUANTITY = new RegExp(
  String.raw`(?<![\w.,$€£₹-])(${NUMBER})(?:\s\(\d+\))?(?: (?:[a-z-]+|more|of the|U\.S\.-made|new)){0,4}? ?(?:[A-Z][\w-]+ ){0,2}$`,
  'i',
);
const QUANTITY_AFTER = new RegExp(String.raw`^(?: [a-z-]+){0,3} \(?(?:x ?)?(${NUMBER})\)`, 'i');
const YEARS = /\b(\d+|two|three|five|ten|fifteen|twenty|thirty)[- ]years?\b/i;
const PERSONNEL = new RegExp(
  String.raw`\b(${NUMBER})(?: [A-Z][\w.]*| [a-z-]+){0,3} (?:personnel|troops|soldiers|sailors|marines|service members|servicemen)\b`,
  'i',
);
const DATED: ReadonlySet<string> = new Set([
  'SIGNED',
  'APPROVED_SALE',
  'PARTICIPATED_IN',
  'HELD_IN',
]);
const COUNTED: ReadonlySet<string> = new Set(['INCLUDES', 'OPERATES', 'PLANS_TO_ACQUIRE']);

function readNumber(text: string): number {
  return NUMBERS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));
}

function wordsOf(document: Document, { start, end }: Span): string {
  return document.text.clean.slice(start, end);
}

/** Every statement of a sentence asks for its dates, and they are slow to read. */
const KNOWN = new WeakMap<Sentence, Map<number | null, readonly DateFound[]>>();

/** Dates of one sentence, at offsets of the text. */
function datesOf(document: Document, sentence: Sentence, year?: number): readonly DateFound[] {
  const known = KNOWN.get(sentence) ?? new Map<number | null, readonly DateFound[]>();
  KNOWN.set(sentence, known);
  const reference = referenceOf(document.text.clean, document.publishedOn);
  const inYear = year ?? reference?.getUTCFullYear() ?? null;
  const dates =
    known.get(inYear) ??
    datesIn(wordsOf(document, sentence), reference, inYear).map((found) => ({
      ...found,
      start: found.start + sentence.start,
      end: found.end + sentence.start,
    }));
  known.set(inYear, dates);
  return dates;
}

function nearest<T extends Span>(found: readonly T[], at: Span): T | undefined {
  const distance = (one: Span) => Math.max(0, one.start - at.end, at.start - one.end);
  return [...found].sort((a, b) => distance(a) - distance(b))[0];
}

const yearIn = (name: string) => Number(/\b(?:19|20)\d\d\b/.exec(name)?.[0]) || undefined;

function titleOf({ from, a }: Fact, document: Document): string | undefined {
  const title = (a.title ? a : from.mentions.find((mention) => mention.title))?.title;
  if (!title) return undefined;
  return (
    squash(wordsOf(document, title))
      .replace(/^[(,\s]+|[),\s]+$/g, '')
      .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '') || undefined
  );
}

function roleOf(document: Document, a: Mention, b: Mention): string | undefined {
  const words = wordsOf(document, {
    start: Math.max(0, Math.min(a.start, b.start) - 60),
    end: Math.max(a.end, b.end) + 30,
  });
  if (/co-?chair/i.test(words)) return 'co_chair';
  if (/\bchaired\b|\bled by\b|\bleads?\b|\bheaded by\b/i.test(words)) return 'lead';
  if (/\bhost(?:s|ed|ing)?\b|\bwelcom(?:es?|ed|ing)\b|\breceived\b/i.test(words) && a.start < b.end)
    return 'host';
  return /\bvisit(?:s|ed|ing)?\b|\barrived\b|\btravel(?:s|led|ed)?\b/i.test(words)
    ? 'visitor'
    : undefined;
}

/** Where the last weapon system before this one ends: the 3 of "Arrow 3 and the Patriot" counts nothing. */
function endOfSystemBefore({ entities }: Document, { start }: Span): number {
  const ends = entities
    .filter(({ kind }) => kind === 'WeaponSystem')
    .flatMap(({ mentions }) => mentions.map(({ end }) => end));
  return Math.max(0, ...ends.filter((end) => end <= start));
}

/** The relationship's own properties, as the words around its ends give them. */
export function relationshipProperties(document: Document, fact: Fact): PropertyValues {
  const { type, a, b, to, from } = fact;
  const properties: Record<string, string | number> = {};
  const sentence = document.text.sentences[a.sentence]!;
  if (type === 'HOLDS_POSITION') {
    const title = titleOf(fact, document);
    if (title) properties.title = title;
  }
  if (COUNTED.has(type)) {
    const before = wordsOf(document, {
      start: Math.max(sentence.start, b.start - 70, endOfSystemBefore(document, b)),
      end: b.start,
    }).replace(/\s+/g, ' ');
    const after = wordsOf(document, { start: b.end, end: b.end + 50 }).replace(/\s+/g, ' ');
    const count = QUANTITY.exec(before)?.[1] ?? QUANTITY_AFTER.exec(after)?.[1];
    if (count && !/^(?:19|20)\d\d$/.test(count)) properties.quantity = readNumber(count);
  }
  if (DATED.has(type)) {
    const event = type === 'HELD_IN' ? from : to;
    const on =
      nearest(datesOf(document, document.text.sentences[b.sentence]!, yearIn(event.name)), b) ??
      nearest(datesOf(document, sentence, yearIn(event.name)), a);
    if (on)
      properties[
        type === 'SIGNED' || type === 'APPROVED_SALE' || DATED.has(type) ? 'on' : 'since'
      ] = on.date;
  }
  if (type === 'PARTICIPATED_IN') {
    const role = roleOf(document, a, b);
    if (role) properties.role = role;
  }
  return properties;
}

function stageOf(words: string): string | undefined {
  if (/\b(?:cancel(?:s|led|ed)|scrapped|suspended)\b/i.test(words)) return 'cancelled';
  if (/\bdeliver(?:ed|ies)\b/i.test(words) && !/\bwill\b/i.test(words)) return 'delivered';
  if (/\bapprov|determination|notif|\bcleared\b|\bconfirmed\b/i.test(words)) return 'approved';
  if (/\b(?:awarded|contract(?:s|ed)?|signed|ordered|purchase agreement)\b/i.test(words))
    return 'contracted';
  return /\b(?:propos|possible|request|consider)/i.test(words) ? 'proposed' : undefined;
}

type Add = (
  property: string,
  value: string,
  span: Span,
  sentence: number,
  confidence?: number,
  beside?: PropertyValues,
) => void;

/** Where a document speaks of a sale: where it names it, and where it says who bought what. */
function placesOf(sale: Entity, facts: readonly Fact[]): Mention[] {
  const named = new Set(sale.mentions.map(({ sentence }) => sentence));
  const told = facts.flatMap(({ from, to, a, b }) =>
    from === sale ? [b] : to === sale ? [a] : [],
  );
  return [...sale.mentions, ...told.filter(({ sentence }) => !named.has(sentence))];
}

function saleFacts(
  document: Document,
  sale: Entity,
  sales: readonly Entity[],
  facts: readonly Fact[],
  add: Add,
): void {
  for (const place of placesOf(sale, facts)) {
    const sentence = document.text.sentences[place.sentence]!;
    const words = wordsOf(document, sentence);
    const sums = moneyIn(words).map((sum) => ({
      ...sum,
      start: sum.start + sentence.start,
      end: sum.end + sentence.start,
    }));
    // Each sum belongs to the sale that is named nearest to it.
    const rivals = sales
      .flatMap(({ mentions }) => mentions)
      .filter((one) => one.sentence === place.sentence);
    const mine = sums.filter((sum) => rivals.length === 0 || nearest(rivals, sum) === place);
    for (const sum of mine.slice(0, 1))
      add('value', String(sum.amount), sum, place.sentence, 0.9, {
        currency: sum.currency,
        valueText: sum.raw,
      });
    const stage = stageOf(words);
    if (stage) add('stage', stage, place, place.sentence, 0.7);
    const date = nearest(datesOf(document, sentence), place);
    if (date && stage === 'approved') add('approvedOn', date.date, date, place.sentence, 0.8);
    if (date && stage === 'contracted') add('contractedOn', date.date, date, place.sentence, 0.8);
  }
}

function eventFacts(document: Document, event: Entity, add: Add): void {
  for (const mention of event.mentions.slice(0, 4)) {
    const sentence = document.text.sentences[mention.sentence]!;
    const date = nearest(datesOf(document, sentence, yearIn(event.name)), mention);
    if (date) add('startsOn', date.date, date, mention.sentence, 0.8);
    if (date?.until) add('endsOn', date.until, date, mention.sentence, 0.8);
    const people =
      event.properties.kind === 'exercise' ? PERSONNEL.exec(wordsOf(document, sentence)) : null;
    if (people) {
      const start = sentence.start + people.index;
      add(
        'personnel',
        String(readNumber(people[1]!)),
        { start, end: start + people[0].length },
        mention.sentence,
        0.8,
      );
    }
  }
}

function agreementFacts(
  document: Document,
  agreement: Entity,
  signings: readonly Fact[],
  add: Add,
): void {
  for (const mention of agreement.mentions) {
    const sentence = document.text.sentences[mention.sentence]!;
    const span = {
      start: Math.max(sentence.start, mention.start - 25),
      end: Math.min(sentence.end, mention.end + 25),
    };
    const years = YEARS.exec(wordsOf(document, span));
    if (years) {
      const start = span.start + years.index;
      add(
        'durationYears',
        String(readNumber(years[1]!)),
        { start, end: start + years[0].length },
        mention.sentence,
      );
    }
  }
  for (const { b } of signings) {
    const date = nearest(datesOf(document, document.text.sentences[b.sentence]!), b);
    if (date) add('signedOn', date.date, date, b.sentence, 0.85);
  }
}

/** Plain properties that the document states, each with its place. Values that differ are all kept. */
export function propertyFacts(
  document: Document,
  entities: readonly Entity[],
  facts: readonly Fact[],
): PropertyFact[] {
  const found: PropertyFact[] = [];
  const sales = entities.filter(({ kind }) => kind === 'ArmsSale');
  for (const entity of entities) {
    const add: Add = (property, value, span, sentence, confidence = 0.8, beside = {}) => {
      if (
        !found.some(
          (one) => one.entity === entity && one.property === property && one.value === value,
        )
      )
        found.push({
          entity,
          property,
          value,
          beside,
          span: { start: span.start, end: span.end },
          sentence,
          confidence,
        });
    };
    if (entity.kind === 'ArmsSale') saleFacts(document, entity, sales, facts, add);
    if (entity.kind === 'Event') eventFacts(document, entity, add);
    if (entity.kind === 'Agreement')
      agreementFacts(
        document,
        entity,
        facts.filter(
          ({ type, to, modality }) => type === 'SIGNED' && to === entity && modality !== 'planned',
        ),
        add,
      );
  }
  return found;
}

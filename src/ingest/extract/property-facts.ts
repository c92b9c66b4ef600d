import type { PropertyValues } from '../../model/extraction.ts';
import type { Document } from './document.ts';
import { datesByRole, datesOf, nearest, startElsewhere, wordsOf, yearIn } from './event-dates.ts';
import type { Fact } from './facts.ts';
import { moneyIn } from './money.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { modalityOfFact } from './quote.ts';
import type { Entity, Mention, Span } from './terms.ts';

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

const YEARS = /\b(\d+|two|three|five|ten|fifteen|twenty|thirty)[- ]years?\b/i;
const PERSONNEL = new RegExp(
  String.raw`\b(${NUMBER})(?: [A-Z][\w.]*| [a-z-]+){0,3} (?:personnel|troops|soldiers|sailors|marines|service members|servicemen)\b`,
  'i',
);

/** Words this far around a sale tell its stage, in UTF-16 units. */
const STAGE_NEAR = 120;

function stageOf(words: string): string | undefined {
  if (/\b(?:cancel(?:s|led|ed)|scrapped|suspended)\b/i.test(words)) return 'cancelled';
  if (/\bapprov|determination|notif|\bcleared\b|\bconfirmed\b/i.test(words)) return 'approved';
  if (/\b(?:awarded|contract(?:s|ed)?|signed|order(?:s|ed)?|purchase agreement)\b/i.test(words))
    return 'contracted';
  if (/\bdeliver(?:ed|ies)\b/i.test(words) && !/\bwill\b/i.test(words)) return 'delivered';
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
    const stage = stageOf(
      wordsOf(document, {
        start: Math.max(sentence.start, place.start - STAGE_NEAR),
        end: Math.min(sentence.end, place.end + STAGE_NEAR),
      }),
    );
    if (stage) add('stage', stage, place, place.sentence, 0.7);
    const date = nearest(datesOf(document, sentence), place);
    if (date && stage === 'approved') add('approvedOn', date.date, date, place.sentence, 0.8);
    if (date && stage === 'contracted') add('contractedOn', date.date, date, place.sentence, 0.8);
  }
}

/** Kinds of event that last for days. */
const LASTING: ReadonlySet<string> = new Set(['exercise', 'visit', 'operation', 'other']);

function eventFacts(document: Document, event: Entity, add: Add): void {
  for (const mention of event.mentions.slice(0, 4)) {
    const sentence = document.text.sentences[mention.sentence]!;
    const { starts, ends } = datesByRole(document, sentence, yearIn(event.name));
    const date = nearest(starts, mention);
    if (date) add('startsOn', date.date, date, mention.sentence, 0.8);
    if (date?.until) add('endsOn', date.until, date, mention.sentence, 0.8);
    const end = nearest(ends, mention);
    if (end && !date?.until && LASTING.has(String(event.properties.kind)))
      add('endsOn', end.date, end, mention.sentence, 0.75);
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
  const first = event.mentions.find(({ reference }) => !reference);
  const told = first && startElsewhere(document, event, first);
  if (told) add('startsOn', told.date.date, told.date, told.sentence, 0.6);
}

const SIGNED = /\b(?:signed|inked|concluded|signing|initialled|initialed|sealed)\b/gi;
const NOT_SIGNED = /\b(?:will|would|to be|not|yet|never|plans?|expected|hopes?|once|ahead of)\b/i;
/** The verb stands this near to what was signed, in UTF-16 units. */
const SIGNING_NEAR = 70;

/** "The accord, signed in 2018": signings told beside an agreement, by whomever. */
function toldSignings(document: Document, agreement: Entity) {
  return agreement.mentions.flatMap((mention) => {
    const sentence = document.text.sentences[mention.sentence]!;
    const verbs = [...wordsOf(document, sentence).matchAll(SIGNED)].map((match) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    }));
    const verb = nearest(verbs, mention);
    if (!verb) return [];
    const span = {
      start: Math.min(verb.start, mention.start),
      end: Math.max(verb.end, mention.end),
    };
    const before = wordsOf(document, {
      start: Math.max(sentence.start, verb.start - 30),
      end: verb.end,
    });
    if (
      span.end - span.start > SIGNING_NEAR + (mention.end - mention.start) ||
      NOT_SIGNED.test(before)
    )
      return [];
    const date = nearest(datesOf(document, sentence), verb);
    return date ? [{ date, sentence: mention.sentence }] : [];
  });
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
  for (const { date, sentence } of toldSignings(document, agreement))
    add('signedOn', date.date, date, sentence, 0.8);
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
          (fact) =>
            fact.type === 'SIGNED' &&
            fact.to === entity &&
            modalityOfFact(document.text, fact) === 'asserted',
        ),
        add,
      );
  }
  return found;
}

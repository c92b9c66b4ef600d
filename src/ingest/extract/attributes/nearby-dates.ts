import type { Sentence, Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import type { DateFound } from '../values/dates.ts';
import type { Entity, Mention } from '../vocabulary.ts';

export function wordsOf(document: Document, { start, end }: Span): string {
  return document.text.clean.slice(start, end);
}

/** Dates of one sentence, at offsets of the whole text. */
const datesOf = ({ values }: Document, sentence: Sentence, year?: number) =>
  values.datesOf(sentence, year);

/** Drops dates after the day of the report, for events that have already happened. */
export function untilReport<T extends DateFound>(
  { publishedOn }: Document,
  dates: readonly T[],
): readonly T[] {
  if (publishedOn === null) return dates;
  return dates.filter(({ date }) => {
    const length = Math.min(date.length, publishedOn.length);
    return date.slice(0, length) <= publishedOn.slice(0, length);
  });
}

const HAPPENED =
  /^(?:met|spoke|called on|held|visited|toured|travelled|traveled|hosted|welcomed|received|arrived|signed)$/i;

export function nearest<T extends Span>(found: readonly T[], at: Span): T | undefined {
  const distance = (one: Span) => Math.max(0, one.start - at.end, at.start - one.end);
  return least(found, distance);
}

/** The first element with the least value. */
function least<T>(all: readonly T[], of: (one: T) => number): T | undefined {
  let best: T | undefined;
  let value = Infinity;
  for (const one of all) {
    const mine = of(one);
    if (mine < value) [best, value] = [one, mine];
  }
  return best;
}

export const yearIn = (name: string) => Number(/\b(?:19|20)\d\d\b/.exec(name)?.[0]) || undefined;

const ENDS =
  /\b(?:until|till|through|conclud\w*|end(?:s|ed|ing)?|wrap(?:s|ped)? up|culminat\w*)\b[^.;]{0,25}$/i;

/** Words behind a date on which something ended: "on Friday ended the third edition". */
const ENDED_BEHIND = /^[^.;,]{0,40}\b(?:concluded|ended|wrapped up|rounded off|finished)\b/i;

/** Dates of a sentence, divided into starts and ends. */
export function datesByRole(document: Document, sentence: Sentence, year?: number) {
  const dates = datesOf(document, sentence, year);
  const isEnd = ({ start, end }: Span) =>
    ENDS.test(wordsOf(document, { start: Math.max(sentence.start, start - 45), end: start })) ||
    ENDED_BEHIND.test(wordsOf(document, { start: end, end: Math.min(sentence.end, end + 60) }));
  return { starts: dates.filter((one) => !isEnd(one)), ends: dates.filter(isEnd) };
}

/** Penalties on a date's distance, in UTF-16 units: for a comma, and for a clause boundary. */
const [COMMA, CLAUSE] = [25, 60];

/** The date nearest to a mention; dates beyond a comma or clause boundary count as farther. */
export function nearestDate(
  document: Document,
  dates: readonly DateFound[],
  at: Span,
): DateFound | undefined {
  let nearest = Infinity;
  const distance = (one: Span) => {
    const far = Math.max(0, one.start - at.end, at.start - one.end);
    // Most dates are farther than the nearest so far, whatever lies between.
    if (far >= nearest) return Infinity;
    const between = wordsOf(document, {
      start: Math.min(one.end, at.end),
      end: Math.max(one.start, at.start),
    });
    const clauses =
      between.match(/[,;] (?:and|but|while|which|who|where|when)\b|[;:] /g)?.length ?? 0;
    const commas = between.match(/, (?=[a-z])(?!on\b|in\b)/g)?.length ?? 0;
    nearest = Math.min(nearest, far + COMMA * commas + CLAUSE * clauses);
    return far + COMMA * commas + CLAUSE * clauses;
  };
  return least(dates, distance);
}

/** The start date nearest to a mention in a sentence. */
export function startNear(
  document: Document,
  at: Span & { readonly text: string },
  sentence: number,
  { name }: Entity,
) {
  const { starts } = datesByRole(document, document.text.sentences[sentence]!, yearIn(name));
  const fitting = HAPPENED.test(at.text) ? untilReport(document, starts) : starts;
  return nearestDate(document, fitting, at);
}

/** The day from another mention of the same event, else from the sentence before it. */
export function startElsewhere(document: Document, event: Entity, mention: Mention) {
  const others = event.mentions.filter(
    (one) => one.sentence !== mention.sentence && !one.reference,
  );
  for (const other of others) {
    const date = startNear(document, other, other.sentence, event);
    if (date) return { date, sentence: other.sentence };
  }
  const { sentences } = document.text;
  const before = sentences[mention.sentence - 1];
  if (before?.block !== sentences[mention.sentence]!.block) return undefined;
  const date = startNear(document, mention, mention.sentence - 1, event);
  // A bare year in the sentence before usually dates something else.
  return date && date.date.length > 4 ? { date, sentence: mention.sentence - 1 } : undefined;
}

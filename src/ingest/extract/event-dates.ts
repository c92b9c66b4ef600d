import { type DateFound, datesIn, referenceOf } from './dates.ts';
import type { Document } from './document.ts';
import type { Entity, Mention, Sentence, Span } from './terms.ts';

export function wordsOf(document: Document, { start, end }: Span): string {
  return document.text.clean.slice(start, end);
}

/** Many facts ask for the dates of one sentence, and reading them is slow. */
const datesKnown = new WeakMap<Document, Map<string, readonly DateFound[]>>();

/** Dates of one sentence, at offsets of the text. */
export function datesOf(
  document: Document,
  sentence: Sentence,
  year?: number,
): readonly DateFound[] {
  const known = datesKnown.get(document) ?? new Map<string, readonly DateFound[]>();
  datesKnown.set(document, known);
  const key = `${sentence.index} ${year ?? ''}`;
  const found = known.get(key) ?? readDates(document, sentence, year);
  known.set(key, found);
  return found;
}

function readDates(document: Document, sentence: Sentence, year?: number): DateFound[] {
  const words = wordsOf(document, sentence);
  const reference = referenceOf(document.text.clean, document.publishedOn);
  return datesIn(words, reference, year ?? reference?.getUTCFullYear() ?? null).map((found) => ({
    ...found,
    start: found.start + sentence.start,
    end: found.end + sentence.start,
  }));
}

export function nearest<T extends Span>(found: readonly T[], at: Span): T | undefined {
  const distance = (one: Span) => Math.max(0, one.start - at.end, at.start - one.end);
  return [...found].sort((a, b) => distance(a) - distance(b))[0];
}

export const yearIn = (name: string) => Number(/\b(?:19|20)\d\d\b/.exec(name)?.[0]) || undefined;

const ENDS =
  /\b(?:until|till|through|conclud\w*|end(?:s|ed|ing)?|wrap(?:s|ped)? up|culminat\w*)\b[^.;]{0,25}$/i;

/** Dates of a sentence, with those on which something ends apart. */
export function datesByRole(document: Document, sentence: Sentence, year?: number) {
  const dates = datesOf(document, sentence, year);
  const isEnd = ({ start }: Span) =>
    ENDS.test(wordsOf(document, { start: Math.max(sentence.start, start - 45), end: start }));
  return { starts: dates.filter((one) => !isEnd(one)), ends: dates.filter(isEnd) };
}

/** The date of a sentence that stands nearest to a mention. */
export function startNear(document: Document, at: Span, sentence: number, { name }: Entity) {
  return nearest(
    datesByRole(document, document.text.sentences[sentence]!, yearIn(name)).starts,
    at,
  );
}

/** Other mentions of the same happening tell the day; else the sentence before, of the same paragraph. */
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
  return date && { date, sentence: mention.sentence - 1 };
}

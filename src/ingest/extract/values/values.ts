import type { DayOrder } from '../../text/day-order.ts';
import type { Sentence, Text } from '../../text/text.ts';
import { isBound, isLimit, settled } from './bounds.ts';
import { type DateFound, datesIn, referenceOf } from './dates.ts';
import { type MoneyFound, moneyIn } from './money.ts';
import { Namesakes } from './namesakes.ts';
import { isStamp } from './stamps.ts';

/** Shifts a value from offsets of its sentence to those of the text. */
const inText = <T extends { readonly start: number; readonly end: number }>(
  found: T,
  { start }: Sentence,
): T => ({ ...found, start: found.start + start, end: found.end + start });

/**
 * Dates and sums of one document. Each sentence is read once, on first use, because reading is slow
 * and many statements need the same sentence.
 */
export class Values {
  private readonly text: Text;
  private readonly publishedOn: string | null;
  private readonly dayOrder: DayOrder | null;
  private readonly dates = new Map<string, readonly DateFound[]>();
  private readonly sums = new Map<number, readonly MoneyFound[]>();
  private readonly namesakes: Namesakes;
  private reportDay: { readonly day: Date | null } | undefined;

  constructor(text: Text, publishedOn: string | null, dayOrder: DayOrder | null) {
    this.text = text;
    this.publishedOn = publishedOn;
    this.dayOrder = dayOrder;
    this.namesakes = new Namesakes(text.clean);
  }

  /** @param year of dates that are written without one; by default that of the report */
  datesOf(sentence: Sentence, year?: number): readonly DateFound[] {
    const key = `${sentence.index} ${year ?? ''}`;
    const known = this.dates.get(key) ?? this.readDates(sentence, year);
    this.dates.set(key, known);
    return known;
  }

  /** The dates of a sentence on which something happened, without those until which something lasts. */
  daysOf(sentence: Sentence): readonly DateFound[] {
    const words = this.wordsOf(sentence);
    return this.datesOf(sentence).filter(
      ({ start, end }) =>
        !isLimit(words, { start: start - sentence.start, end: end - sentence.start }),
    );
  }

  sumsOf(sentence: Sentence): readonly MoneyFound[] {
    const known =
      this.sums.get(sentence.index) ??
      moneyIn(this.wordsOf(sentence)).map((sum) => inText(sum, sentence));
    this.sums.set(sentence.index, known);
    return known;
  }

  private wordsOf({ start, end }: Sentence): string {
    return this.text.clean.slice(start, end);
  }

  /** The day of the document, for which all of its text is searched. */
  private get day(): Date | null {
    this.reportDay ??= { day: referenceOf(this.text.clean, this.publishedOn) };
    return this.reportDay.day;
  }

  private readDates(sentence: Sentence, year?: number): DateFound[] {
    const words = this.wordsOf(sentence);
    const inYear = year ?? this.day?.getUTCFullYear() ?? null;
    // A month of publication is too imprecise to count days from.
    const toTheDay = this.publishedOn === null || this.publishedOn.length === 10;
    return datesIn(words, this.day, inYear, this.dayOrder, toTheDay)
      .filter((found) => !isStamp(words, found) && !isBound(words, found))
      .map((found) => inText(settled(words, found), sentence))
      .filter((found) => !this.namesakes.has(found));
  }
}

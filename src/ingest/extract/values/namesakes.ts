import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import { ADDRESSES, PRESS_WORDS, TITLE_NOUNS } from '../../lexicon/words.ts';
import { MONTH_NAMES } from '../../text/months.ts';
import { allOf } from '../../text/pattern.ts';
import type { Span } from '../../text/text.ts';

const WEEKDAYS = ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].map(
  (day) => `${day}day`,
);
const NAMES = [...WEEKDAYS, ...MONTH_NAMES].join('|');
const NAME = new RegExp(String.raw`^(?:${NAMES})\b,?$`);
const ENDS_IN_NAME = /\p{Lu}[\p{L}.’'-]* $/u;
const WORD_BEFORE = /(?<![\p{L}’'-])(\p{L}[\p{L}.’'-]*) $/u;
/** A place may stand before a weekday: "in Oslo Friday". */
const OF_PLACE = /\b(?:in|at|from|near|to|of|for|outside|around|the) $/i;
const PLURAL = /s$/;

const lower = (word: string) => word.toLowerCase().replace(/\.$/, '');

/** A name without a full stop or the sign of a genitive at its end. */
const bare = (name: string) => name.replace(/(?:['’]s?|[.-])+$/, '');

/** Names with what stands behind them, if that is no weekday nor month. */
const NAMED_APART = new RegExp(
  String.raw`(?<![\p{L}’'-])(\p{Lu}[\p{L}.’'-]*)(?![\p{L}.’'-]| (?:${NAMES})\b)`,
  'gu',
);

/** Tells the names of weekdays and months that are people's in one document. */
export class Namesakes {
  private readonly text: string;
  private apart: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Names that stand in the text without a weekday or month behind them, too. */
  private get namedApart(): ReadonlySet<string> {
    this.apart ??= new Set(allOf(this.text, NAMED_APART).map(([, name]) => bare(name!)));
    return this.apart;
  }

  /**
   * Whether a date is a person's name: behind a form of address or a capitalised title, or behind a
   * name that the text has with it alone, which a surname would not be.
   * @param found the date, at offsets of the text
   */
  has({ start, end }: Span): boolean {
    if (!NAME.test(this.text.slice(start, end))) return false;
    const ahead = this.text.slice(Math.max(0, start - 80), start);
    const word = WORD_BEFORE.exec(ahead)?.[1];
    if (word === undefined || !/^\p{Lu}/u.test(word)) return false;
    if (ADDRESSES.has(lower(word))) return true;
    const before = ahead.slice(0, ahead.length - word.length - 1);
    if (TITLE_NOUNS.has(lower(word))) return !/\bthe $/i.test(before);
    if (OF_PLACE.test(before) || PLURAL.test(word) || ENDS_IN_NAME.test(namesOnly(before)))
      return false;
    if (COUNTRY_BY_FORM.has(word) || PRESS_WORDS.has(lower(word))) return false;
    return !this.namedApart.has(bare(word));
  }
}

/** Drops a title at the end of words, so that a name before it can be told from it. */
function namesOnly(before: string): string {
  const title = WORD_BEFORE.exec(before)?.[1];
  return title !== undefined && TITLE_NOUNS.has(lower(title)) ? '' : before;
}

import { allOf, anyOf } from '../../text/pattern.ts';
import { CURRENCY_BEFORE, CURRENCY_BEHIND, currencyOf } from './currencies.ts';
import { FOREIGN_SCALE, foreignScale, OPEN_SCALE, WORD_ENDS } from './foreign-scales.ts';
import { NUMBER_IN_WORDS, readNumber } from './numbers.ts';

/** A sum as written, with its amount where it can be read. */
export interface MoneyFound {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  /** ISO 4217 code; null for a word or sign that several currencies share. */
  readonly currency: string | null;
  readonly raw: string;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  lac: 1e5,
  million: 1e6,
  mln: 1e6,
  mil: 1e6,
  mill: 1e6,
  mio: 1e6,
  mn: 1e6,
  mm: 1e6,
  m: 1e6,
  crore: 1e7,
  cr: 1e7,
  billion: 1e9,
  milliard: 1e9,
  bln: 1e9,
  bil: 1e9,
  bn: 1e9,
  b: 1e9,
  mrd: 1e9,
  mld: 1e9,
  mia: 1e9,
  md: 1e9,
  trillion: 1e12,
  trln: 1e12,
  trn: 1e12,
  tln: 1e12,
  tn: 1e12,
  t: 1e12,
};

const DIGITS = anyOf(
  String.raw`\d{1,3}(?:,\d{2,3})+(?:\.\d+)?`,
  String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?`,
  String.raw`\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?`,
  String.raw`\d+(?:[.,]\d+)?`,
);
const AMOUNT = String.raw`${DIGITS}(?!\d)[½¼¾]?`;
const WORD_OF_SCALE =
  '[Tt]housand|THOUSAND|[Ll]akh|[Ll]ac|[Mm]illion|MILLION|[Cc]rore|[Bb]illion|BILLION|[Mm]illiard|[Tt]rillion|TRILLION';
const SHORT_SCALE =
  '[Mm]ln|MLN|[Mm]ill?|[Mm]io|[Mm]n|MN|MM|[Mm]|[Cc]r|[Bb]ln|BLN|[Bb]il|[Bb]n|BN|[Bb]|[Mm]l?rd|MRD|[Mm]ld|[Mm]ia|Md|[Tt]rl?n|[Tt]ln|[Tt]n|TN|[Tt]|[Kk]';
/** Scales: "million", "-plus million", "thousand crore", "bn", "Mrd."; not the letters of "M1", "B-52". */
export const SCALE = `(?:(?:-plus|-odd|\\+)?[ -]?${anyOf(
  FOREIGN_SCALE,
  String.raw`(?:(?:hundred|thousand|lakh)[ -])?(?:${WORD_OF_SCALE})s?${WORD_ENDS}`,
  String.raw`(?:${SHORT_SCALE})\.(?=${CURRENCY_BEHIND})`,
  String.raw`(?:${SHORT_SCALE})${WORD_ENDS}(?!-\d)`,
)})`;
const RANGE_WORD = ` ?(?:to|or|-|–|—) ?`;
/** The second sum of a range, whose scale also holds for the first. */
const SECOND_OF_RANGE = `(?:(?:${RANGE_WORD}| and )${AMOUNT}(?=${SCALE}))?`;
/** "Three quarters of a": a share of the scale behind it. */
const SHARE = String.raw`(?:(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree)[ -])?(?:[Hh]alf|quarters?|thirds?|fifths?|tenths?)(?: of(?: a)?|[ -]a|(?=[ -]))`;
const IN_WORDS = `${SHARE}|[Aa]|(?:${NUMBER_IN_WORDS})(?:[ -]and[ -]a[ -]half)?`;
const SCALE_IN_WORDS = `[ -](?:(?:hundred|thousand|lakh) )?(?:${WORD_OF_SCALE})s?`;
/** "$5 million", "5 million dollars", "half a billion dollars". */
const SUM = new RegExp(
  [
    String.raw`(?<![\w$€£])(?<before>${CURRENCY_BEFORE}) ?(?<signed>${AMOUNT})(?<scale1>${SCALE})?(?<behind1>${CURRENCY_BEHIND})?`,
    String.raw`(?<![\w$€£₹.,/+-])(?<plain>${AMOUNT})${SECOND_OF_RANGE}(?<scale2>${SCALE})?(?<behind2>${CURRENCY_BEHIND})`,
    String.raw`(?<![\w-])(?<!\bpoint )(?<words>${IN_WORDS})(?<scale3>${SCALE_IN_WORDS})(?<behind3>${CURRENCY_BEHIND})`,
  ].join('|'),
  'g',
);

/** "$1.8 to $2.1 billion": the scale behind the last sum holds for both. */
const RANGE = new RegExp(
  `^(?:${RANGE_WORD}| and )(?:(?:about|around|nearly|almost|as much as|up to) )?(?:${CURRENCY_BEFORE} ?)?${AMOUNT}(${SCALE})`,
);
/** Misspelt scales and other units. */
const MISSPELT = anyOf(
  '[A-Za-z]*ill?i?(?:on|ard)s?|[mM][a-z]?ll?i[a-z]?ns?|[bB][a-z]?ll?i[a-z]?ns?',
  '[tT]r[a-z]?ll?i[a-z]?ns?|[tT]hou[a-z]*',
  String.raw`(?!(?:vs|ft|lbs?|km|kg|nm|pp|w)\b)[A-Z]?[b-df-hj-np-tv-xz]{1,5}`,
);
/** A word of another script or with letters of another language, which may be a scale. */
const FOREIGN = String.raw`(?!\p{Script=Latin})\p{L}|\p{Ll}*(?![a-z])\p{Ll}`;
/** A number that goes on, or an unknown scale: "$2 1/2", "$1 2", "$600x", "$3 zillion", "$4 mlns", "$5 MUSD". */
const UNREAD = new RegExp(
  String.raw`^(?:[\p{L}½¼¾]|[ -]?\d+\/\d| ?[.·]\d| \d|[ -]?${MISSPELT}(?![\w'’-])|[ -]?${OPEN_SCALE}|[ -]?(?:${FOREIGN})| (?:L|[kKMB][A-Z]{3})(?![\w'’-]))`,
  'u',
);
/** In "12.000 million", "1.250 Mrd" and "2,500 millones" the mark may part thousands. */
const OPEN_POINT = new RegExp(
  String.raw`^\d{1,3}(?:\.(?:000\n|\d{3}\n(?:mio|mrd|mld|mia))|[.,]\d{3}\n${FOREIGN_SCALE})`,
  'i',
);
/** In Portuguese and Spanish "mil" is a thousand. */
const MIL = /^[ -]?mil$/i;
const OF_MIL: ReadonlySet<string | null> = new Set([
  'BRL',
  'MXN',
  'ARS',
  'CLP',
  'COP',
  'PEN',
  'UYU',
]);
/** The letter T behind a larger number stands for thousands: "EUR 600T". */
const TRILLIONS_MAX = 99;
/** Ambiguous abbreviations, which need a scale or thousands separators. */
const LOOSE =
  /^(?:[Ee]uros?|US dollars?|R|LE|BD|JD|KD|SR|QR|TL|Tk|kr\.?|COP|MAD|PEN|TRY|GEL|ARS|AMD)$/;
/** Currency words with other meanings: "5 won contracts", "20 crown jewels". */
const LOOSE_BEHIND = /^[ -](?:won|rand|reals?|reais|crowns?|pounds?|francs?|lei|leva|dongs?)$/i;
const WEIGHED =
  'thrust|explosives?|payload|cargo|fuel|TNT|ordnance|munitions|weight|food|supplies|equipment|ammunition|force';
/** A weight: "500 pounds of explosives". */
const WEIGHT = new RegExp(
  String.raw`^ (?:of (?:${WEIGHED})|thrust|bombs?|class|warheads?|per square)\b`,
  'i',
);
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Reads `1,23,456.78` and `1.234,56`; the last of two kinds of mark is the decimal one. */
function numberOf(text: string, scaled: boolean): number {
  const plain = text.replace(/[ '’½¼¾]/g, '');
  const more = FRACTIONS[text.at(-1)!] ?? 0;
  if (/^\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(',', '.')) + more;
  const points = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain);
  if (points && (!scaled || plain.includes(',') || plain.split('.').length > 2))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  return Number(plain.replaceAll(',', '')) + more;
}

/** The factor of a scale; 1 without one. */
function scaleOf(written: string | undefined): number {
  return foreignScale((written ?? '').replace(/^[ -]/, '')) ?? scaleInEnglish(written ?? '');
}

function scaleInEnglish(written: string): number {
  return written
    .toLowerCase()
    .replace(/^(?:-plus|-odd|\+)/, '')
    .split(/[ -]/)
    .filter(Boolean)
    .reduce((product, word) => {
      const form = word.replace(/\.$/, '');
      return (
        product *
        (SCALES[form] ??
          SCALES[form.replace(/s$/, '')] ??
          SCALES[form.replace('lrd', 'rd')] ??
          Number.NaN)
      );
    }, 1);
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  quarter: 4,
  third: 3,
  fifth: 5,
  tenth: 10,
};
const SHARE_WORDS = /^(?:(a|one|two|three)[ -])?(half|quarter|third|fifth|tenth)s?\b/i;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3 };

function amountOf(words: string): number {
  const [share, count = '', part] = SHARE_WORDS.exec(words) ?? [];
  if (share !== undefined) return (COUNTS[count.toLowerCase()] ?? 1) / PARTS[part!.toLowerCase()]!;
  const half = /half/i.test(words);
  return readNumber(words.replace(/[ -]and[ -]a[ -]half$/i, '')) + (half ? 0.5 : 0);
}

function readSum(match: RegExpExecArray, text: string): MoneyFound | null {
  const parts = match.groups!;
  const { before, signed, plain, words } = parts;
  const scale = parts.scale1 ?? parts.scale2 ?? parts.scale3;
  const behind = parts.behind1 ?? parts.behind2 ?? parts.behind3;
  const start = match.index;
  const end = start + match[0].length;
  const rest = text.slice(end, end + 60);
  const range = scale === undefined && behind === undefined ? RANGE.exec(rest) : null;
  if (
    range &&
    / and /.test(range[0]) &&
    !/between $/i.test(text.slice(Math.max(0, start - 8), start))
  )
    return null;
  const scaled = scale ?? range?.[1];
  const digits = signed ?? plain;
  if (scaled === undefined) {
    if (behind === undefined && UNREAD.test(rest)) return null;
    // Prices have two decimals, so "$1.3" has lost its scale.
    if (/[.,]\d$/.test(digits!)) return null;
    const loose = before === undefined ? LOOSE_BEHIND.test(behind!) : LOOSE.test(before);
    if (loose && !/\d[.,' ]\d{3}/.test(digits!)) return null;
  }
  if (
    /pounds?$/i.test(behind ?? '') &&
    before === undefined &&
    (scaled === undefined || WEIGHT.test(rest))
  )
    return null;
  if (scaled !== undefined && OPEN_POINT.test(`${digits}\n${scaled.trim()}`)) return null;
  const number = digits === undefined ? amountOf(words!) : numberOf(digits, scaled !== undefined);
  if (/^ ?t$/i.test(scaled ?? '') && number > TRILLIONS_MAX) return null;
  const amount = Math.round(number * scaleOf(scaled) * 100) / 100;
  if (!Number.isFinite(amount) || amount <= 0) return null;
  const currency =
    (behind && currencyOf(behind)) ?? (before === undefined ? null : currencyOf(before));
  if (MIL.test(scaled ?? '') && OF_MIL.has(currency || null)) return null;
  return {
    start,
    end,
    amount,
    currency: currency || null,
    raw: (match[0] + (range?.[0] ?? '')).trim(),
  };
}

/** Finds all sums of money in a text, in order. */
export function moneyIn(text: string): MoneyFound[] {
  if (!/\d|ill?i|dollar|euro|crore|lakh/.test(text)) return [];
  const found: MoneyFound[] = [];
  for (const match of allOf(text, SUM)) {
    const sum = readSum(match, text);
    if (sum) found.push(sum);
  }
  return found;
}

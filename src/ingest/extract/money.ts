/** A sum as written, read as far as the text allows. */
export interface MoneyFound {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  /** ISO 4217; null for a sign that several currencies share. */
  readonly currency: string | null;
  readonly raw: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  '₩': 'KRW',
  '₪': 'ILS',
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  s$: 'SGD',
  nt$: 'TWD',
  rs: 'INR',
  'rs.': 'INR',
};
const WORDS: Readonly<Record<string, string>> = {
  dollars: 'USD',
  dollar: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  rupees: 'INR',
  yen: 'JPY',
  won: 'KRW',
  shekels: 'ILS',
  zlotys: 'PLN',
  zloty: 'PLN',
  kronor: 'SEK',
  kroner: 'NOK',
  roubles: 'RUB',
  rubles: 'RUB',
  yuan: 'CNY',
  lira: 'TRY',
  rand: 'ZAR',
};
/** Whose dollars. */
const DOLLARS: Readonly<Record<string, string>> = {
  us: 'USD',
  'u.s.': 'USD',
  australian: 'AUD',
  canadian: 'CAD',
  'new zealand': 'NZD',
  singapore: 'SGD',
  taiwan: 'TWD',
  'new taiwan': 'TWD',
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  'lakh crore': 1e12,
};

const AMOUNT = String.raw`\d{1,3}(?:[,.\u00a0 ]\d{2,3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const SCALE = `(?: ?-?(lakh crore|thousand|lakhs?|million|mn|m|crores?|billion|bn|b|trillion)(?![a-z]))?`;
const SIGNED = new RegExp(
  String.raw`(?<![\w])(US\$|A\$|AU\$|C\$|CA\$|NZ\$|S\$|NT\$|Rs\.?|[$€£₹¥₩₪]) ?(${AMOUNT})${SCALE}`,
  'gi',
);
const CODED = new RegExp(
  String.raw`\b(USD|EUR|GBP|INR|JPY|KRW|ILS|PLN|SEK|NOK|DKK|AUD|CAD|CHF|TRY|SAR|AED|TWD|SGD) ?(${AMOUNT})${SCALE}|(?<![\d$€£₹¥.,])(${AMOUNT})${SCALE} (?:(US|U\.S\.|Australian|Canadian|New Zealand|Singapore|New Taiwan|Taiwan) )?(${Object.keys(WORDS).join('|')}|USD|EUR|GBP|INR)\b`,
  'gi',
);

/** "$1.8 to $2.1 billion": the scale stands behind the last sum and holds for both. */
const RANGE = new RegExp(
  String.raw`^ ?(?:to|-|–|—) ?(?:(?:US|A|AU|C|CA|NZ|S|NT)?[$€£₹¥₩₪] ?|(?:Rs\.?|[A-Z]{3}) ?)?(?:${AMOUNT})${SCALE}`,
  'i',
);

/** `1,23,456.78` and `1.234,56` both; the last of two kinds of mark is the decimal one. */
function numberOf(text: string): number {
  const plain = text.replace(/[\u00a0 ]/g, '');
  const decimalComma = /,\d{1,2}$/.test(plain) && !/,\d{3}/.test(plain);
  if (decimalComma) return Number(plain.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+$/.test(plain) && plain.split('.').length > 2)
    return Number(plain.replace(/\./g, ''));
  return Number(plain.replace(/,/g, ''));
}

function scaleOf(word: string | undefined): number {
  return word === undefined ? 1 : (SCALES[word.toLowerCase().replace(/s$/, '')] ?? 1);
}

/** All sums of money in a stretch of text, in order. */
export function moneyIn(text: string): MoneyFound[] {
  const found: MoneyFound[] = [];
  const add = (
    match: RegExpExecArray,
    amount: string,
    scale: string | undefined,
    currency: string | null,
  ) => {
    const end = match.index + match[0].length;
    const range = /\d$/.test(match[0]) ? RANGE.exec(text.slice(end, end + 40)) : null;
    const value = Math.round(numberOf(amount) * scaleOf(scale ?? range?.[1]) * 100) / 100;
    if (Number.isFinite(value) && value > 0)
      found.push({
        start: match.index,
        end,
        amount: value,
        currency,
        raw: (range?.[1] ? match[0] + range[0] : match[0]).trim(),
      });
  };
  for (const match of text.matchAll(SIGNED))
    add(match, match[2]!, match[3], SIGNS[match[1]!.toLowerCase()] ?? null);
  for (const match of text.matchAll(CODED)) {
    const currency = match[1] ?? match[7] ?? '';
    const whose = match[6] && DOLLARS[match[6].toLowerCase()];
    add(
      match,
      match[2] ?? match[4]!,
      match[3] ?? match[5],
      whose ?? WORDS[currency.toLowerCase()] ?? currency.toUpperCase(),
    );
  }
  return found
    .sort((a, b) => a.start - b.start)
    .filter((one, at, all) => at === 0 || all[at - 1]!.end <= one.start);
}

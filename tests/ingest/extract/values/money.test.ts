import { expect, test } from 'vitest';
import { moneyIn } from '../../../../src/ingest/extract/values/money.ts';
import { growthOf, RATIO_MAX } from '../../../helpers/reading-cost.ts';

test.each([
  ['an estimated cost of $47.1 million', 47_100_000, 'USD'],
  ['worth ₹40 crore', 400_000_000, 'INR'],
  ['Rs 1,23,456.78', 123_456.78, 'INR'],
  ['€1.234,56', 1234.56, 'EUR'],
  ['a €7.87 billion deal', 7_870_000_000, 'EUR'],
  ['630 billion rupees', 630_000_000_000, 'INR'],
  ['10 billion Australian dollars', 10_000_000_000, 'AUD'],
  ['US$ 3.99 billion', 3_990_000_000, 'USD'],
  ['£12 million', 12_000_000, 'GBP'],
  ['USD 375 million', 375_000_000, 'USD'],
])('%s', (text, amount, currency) => expect(moneyIn(text)).toMatchObject([{ amount, currency }]));

test.each([
  ['between talks, $2.4 to $3.1 billion', [2_400_000_000, 3_100_000_000], '$2.4 to $3.1 billion'],
  ['€2.2-2.6 billion', [2_200_000_000], '€2.2-2.6 billion'],
  ['USD 300–450 million', [300_000_000], 'USD 300–450 million'],
])('the scale of a range holds for its first sum: %s', (text, amounts, raw) => {
  const found = moneyIn(text);
  expect(found.map(({ amount }) => amount)).toEqual(amounts);
  expect(found[0]!.raw).toBe(raw);
});

test('a plain sum takes no scale from what follows', () => {
  expect(moneyIn('$40 to each of 2 million people')).toMatchObject([{ amount: 40 }]);
});

test('what is written is kept, and where', () => {
  const text = 'initially valued at $47.1 million, later $93 million';
  expect(moneyIn(text).map(({ raw, start, end }) => [raw, text.slice(start, end)])).toEqual([
    ['$47.1 million', '$47.1 million'],
    ['$93 million', '$93 million'],
  ]);
});

test('plain numbers are no money', () => {
  expect(moneyIn('100 missiles and 25 launch units, 300 km')).toEqual([]);
});

/** A row: the words, the amount, the currency. */
const SUMS: readonly (readonly [string, number, string | null])[] = [
  ['for $600 mln', 6e8, 'USD'],
  ['a $1.3bln loan', 1.3e9, 'USD'],
  ['$1.2tn of debt', 1.2e12, 'USD'],
  ['$1.2 trn', 1.2e12, 'USD'],
  ['just $800k', 8e5, 'USD'],
  ['RM 700 mil', 7e8, 'MYR'],
  ['USD1.3 billion', 1.3e9, 'USD'],
  ['EUR600mln', 6e8, 'EUR'],
  ['£2.3bn', 2.3e9, 'GBP'],
  ['€1,5 Mrd', 1.5e9, 'EUR'],
  ['1,5 Mrd. €', 1.5e9, 'EUR'],
  ['600 Mio. Euro', 6e8, 'EUR'],
  ['R$2 million', 2e6, 'BRL'],
  ['HK$5 billion', 5e9, 'HKD'],
  ['NT$220 billion', 2.2e11, 'TWD'],
  ['$US1.2 billion', 1.2e9, 'USD'],
  ['$A500 million', 5e8, 'AUD'],
  ['25 billion CZK', 2.5e10, 'CZK'],
  ['QAR 3 billion', 3e9, 'QAR'],
  ['NIS 600 million', 6e8, 'ILS'],
  ['AED5.7bn', 5.7e9, 'AED'],
  ['5 mld zł', 5e9, 'PLN'],
  ['SEK25 billion', 2.5e10, 'SEK'],
  ['1.5 billion Norwegian kroner', 1.5e9, 'NOK'],
  ['500 million kr', 5e8, null],
  ["CHF 1'200'000", 1.2e6, 'CHF'],
  ['Rs 62,370 crore', 6.237e11, 'INR'],
  ['Rs 5 thousand crore', 5e10, 'INR'],
  ['Rs 1.2 lakh crore', 1.2e12, 'INR'],
  ['5 billion Turkish lira', 5e9, 'TRY'],
  ['5 trillion rupiah', 5e12, 'IDR'],
  ['PKR 20bn', 2e10, 'PKR'],
  ['5 billion Egyptian pounds', 5e9, 'EGP'],
  ['R1.2 billion', 1.2e9, 'ZAR'],
  ['40 million baht', 4e7, 'THB'],
  ['18.9 billion-peso', 1.89e10, null],
  ['5 million Kuwaiti dinars', 5e6, 'KWD'],
  ['3 million dinars', 3e6, null],
  ['two billion dollars', 2e9, 'USD'],
  ['half a billion euros', 5e8, 'EUR'],
  ['two and a half billion dollars', 2.5e9, 'USD'],
  ['seventeen million US dollars', 1.7e7, 'USD'],
  ['a 1.2-billion-euro contract', 1.2e9, 'EUR'],
  ['2 to 3 billion euros', 2e9, 'EUR'],
  ['USD $5 million', 5e6, 'USD'],
  ['$5 million Australian dollars', 5e6, 'AUD'],
  ['€1.200.000', 1.2e6, 'EUR'],
  ['$2½ billion', 2.5e9, 'USD'],
  ['Euro 40 million', 4e7, 'EUR'],
  ['US dollars 1.5 billion', 1.5e9, 'USD'],
  ['DKK 1,5 mia', 1.5e9, 'DKK'],
];
test.each(SUMS)('every way to write a sum: %s', (text, amount, currency) =>
  expect(moneyIn(text)).toMatchObject([{ amount, currency }]),
);

test.each([
  '$600x',
  '$3 zillion',
  '$3 millon',
  '$4 mlns',
  '$5 bllns',
  '$2 1/2 billion',
  'worth $1.3 to the yard',
  'Z$5 billion',
  'billions of dollars',
  'dozens of millions of euros',
  'a multi-billion-dollar deal',
  '500 pounds of explosives',
  '100,000 pounds of thrust',
  '1.2 million pounds of thrust',
  'a 2,000-pound bomb',
  'of 12 bids, 5 won contracts',
  'TOP 10',
  'Euro 2024 in Munich',
  'a Euro 5 engine',
  'COP 28',
  'R 73',
  'the R-73 and 300 m of cable',
  'FY25 and Q3',
])('what has no scale that is known, and what is no money, is no sum: %s', (text) =>
  expect(moneyIn(text)).toEqual([]),
);

test.each([
  ['$5 M1 tanks', 5],
  ['$12 B-52 models', 12],
  ['$3 K9 stickers', 3],
])('a designation is no scale: %s', (text, amount) =>
  expect(moneyIn(text)).toMatchObject([{ amount }]),
);

test('between two sums the scale stands behind the second', () => {
  expect(moneyIn('between $2 and $3 billion').map(({ amount, raw }) => [amount, raw])).toEqual([
    [2e9, '$2 and $3 billion'],
    [3e9, '$3 billion'],
  ]);
  expect(moneyIn('$1.8-$2.1 billion').map(({ amount }) => amount)).toEqual([1.8e9, 2.1e9]);
});

test('a long run of figures and marks is read in time that grows with its length', () => {
  const figures = '1,11 $1,11,11 1.111.111 a hundred and ';
  const read = (size: number) => () => moneyIn(figures.repeat(size / figures.length));
  expect(growthOf(read, 600_000)).toBeLessThan(RATIO_MAX);
});

test.each([
  ['a quarter of a billion dollars', 2.5e8],
  ['three-quarters of a million euros', 7.5e5],
  ['half of a trillion won', 5e11],
  ['a half billion dollars', 5e8],
])('a share of a scale is counted: %s', (text, amount) =>
  expect(moneyIn(text)).toMatchObject([{ amount }]),
);

test.each(['12.000 Mio EUR', '€1.250 Mrd', '$5 MUSD', 'INR 600 L', 'EUR 600T'])(
  'a scale or a mark that may be two is refused: %s',
  (text) => expect(moneyIn(text)).toEqual([]),
);

test.each([
  ['R$ 1,5 bilhão', 1.5e9, 'BRL'],
  ['€700 млн', 7e8, 'EUR'],
  ['₽4 млрд', 4e9, 'RUB'],
  ['EUR 4 mil millones', 4e9, 'EUR'],
  ['€1,5 Milliarden', 1.5e9, 'EUR'],
  ['SEK 4 miljarder', 4e9, 'SEK'],
  ['PLN 700 milionów', 7e8, 'PLN'],
  ['Rp 4 triliun', 4e12, 'IDR'],
  ['VND 4 tỷ', 4e9, 'VND'],
  ['Rs 1.5 lakh-crore', 1.5e12, 'INR'],
  ['$700-plus million', 7e8, 'USD'],
  ['$700+ million', 7e8, 'USD'],
])('a scale of another language, or behind a mark, is read: %s', (text, amount, currency) =>
  expect(moneyIn(text)).toMatchObject([{ amount, currency }]),
);

test.each([
  'R$ 4 mil',
  'R$ 4 bi',
  '$4 billones',
  '€4 Bio.',
  '€4 trilionů',
  '$1.500 millones',
  '₹4 करोड़',
  '¥4 億',
  '€4 šimtai',
  'one point five billion dollars',
  '$1 2 million',
  '$4 .5 million',
  '$4·5 million',
  '$4-1/2 million',
])('a scale that cannot be read takes its sum with it: %s', (text) =>
  expect(moneyIn(text)).toEqual([]),
);

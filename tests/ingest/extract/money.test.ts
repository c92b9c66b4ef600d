import { expect, test } from 'vitest';
import { moneyIn } from '../../../src/ingest/extract/money.ts';

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

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

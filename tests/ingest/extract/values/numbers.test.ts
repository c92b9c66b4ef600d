import { expect, test } from 'vitest';
import {
  NUMBER,
  NUMBER_IN_WORDS,
  readNumber,
} from '../../../../src/ingest/extract/values/numbers.ts';

test.each([
  ['seventeen', 17],
  ['eighty-four', 84],
  ['two dozen', 24],
  ['half a dozen', 6],
  ['one hundred and twenty', 120],
  ['three thousand five hundred', 3_500],
  ['1,250', 1_250],
  ['1,25,000', 125_000],
])('%s is %d', (text, value) => {
  expect(new RegExp(`^(?:${NUMBER})$`).exec(text)?.[0]).toBe(text);
  expect(readNumber(text)).toBe(value);
});

test('several hundred is no number', () => {
  expect(new RegExp(`\\b${NUMBER_IN_WORDS}`).exec('several hundred')).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { Namesakes } from '../../../../src/ingest/extract/values/namesakes.ts';
import { growthOf, RATIO_MAX } from '../../../helpers/reading-cost.ts';

function isName(word: string, text: string): boolean {
  const start = text.indexOf(word);
  return new Namesakes(text).has({ start, end: start + word.length });
}

describe('a weekday or a month may be the surname of a person', () => {
  test.each([
    ['Tuesday', 'The envoy met Obafemi Tuesday in Accra.'],
    ['Tuesday', 'Minister Obafemi Tuesday met the envoy.'],
    ['Tuesday', 'The hosts thanked Mrs Tuesday for it.'],
    ['August', 'It was signed by Lindiwe August and others.'],
  ])('%s in: %s', (word, text) => expect(isName(word, text)).toBe(true));
});

describe('behind a surname, a place or any other word it is a day', () => {
  test.each([
    ['Tuesday', 'Berg Tuesday met the envoy. Ida Berg thanked him.'],
    ['Tuesday', 'Berg Tuesday met the envoy, who thanked Berg.'],
    ['Tuesday', 'Ida Berg Tuesday met the envoy.'],
    ['Tuesday', 'In Accra Tuesday the two met.'],
    ['Tuesday', 'Kenya Tuesday signed the accord.'],
    ['Tuesday', 'Officials Tuesday signed the accord.'],
    ['Tuesday', 'The two met Tuesday in Accra.'],
    ['on Tuesday', 'The two met Berg on Tuesday in Accra.'],
  ])('%s in: %s', (word, text) => expect(isName(word, text)).toBe(false));
});

test('many names before weekdays are read in time that grows with their number', () => {
  const read = (size: number) => {
    const text = 'Aan Tuesday met Bes Tuesday. '.repeat(size / 29);
    const namesakes = new Namesakes(text);
    return () => {
      for (
        let start = text.indexOf('Tuesday');
        start >= 0;
        start = text.indexOf('Tuesday', start + 1)
      )
        namesakes.has({ start, end: start + 7 });
    };
  };
  expect(growthOf(read, 300_000)).toBeLessThan(RATIO_MAX);
});

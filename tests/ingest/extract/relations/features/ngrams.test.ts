import { expect, test } from 'vitest';
import { Grams } from '../../../../../src/ingest/extract/relations/features/ngrams.ts';
import { hash } from '../../../../../src/ingest/extract/relations/model/scorers.ts';

const LABELS = ['<Country>', 'sign', '<Agreement>', 'today'];

function read(order: 'ab' | 'ba', from: number, to: number, grams = new Grams(LABELS)): number[] {
  const into: number[] = [];
  grams.between(order, from, to, into);
  return into;
}

test('labels are read alone, in twos and in threes; nothing stands before the first', () =>
  expect(read('ab', 0, 3)).toEqual(
    [
      'between=<Country>',
      'between2=ab ^ <Country>',
      'between=sign',
      'between2=ab <Country> sign',
      'between3=^ <Country> sign',
      'between=<Agreement>',
      'between2=ab sign <Agreement>',
      'between3=<Country> sign <Agreement>',
    ].map(hash),
  ));

test('what was read for one pair does not change what another one sees', () => {
  const grams = new Grams(LABELS);
  read('ab', 0, 4, grams);
  expect(read('ba', 1, 4, grams)).toEqual(read('ba', 1, 4));
  expect(read('ab', 2, 4, grams)).toEqual(read('ab', 2, 4));
});

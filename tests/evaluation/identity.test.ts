import { expect, test } from 'vitest';
import { evaluateIdentity } from '../../src/evaluation/identity.ts';
import { labelledRows } from '../../src/evaluation/identity-pairs.ts';

test('there are pairs of all kinds and several scripts, a third of them set aside', () => {
  const { quality } = evaluateIdentity();
  const pairs = quality.reduce((sum, one) => sum + one.pairs, 0);
  const aside = quality.reduce((sum, one) => sum + (one.setAside ? one.pairs : 0), 0);
  expect(pairs).toBeGreaterThan(600);
  expect(aside / pairs).toBeGreaterThan(0.25);
  const names = labelledRows()
    .map(({ unit }) => unit.names[0]!)
    .join(' ');
  for (const script of ['Cyrillic', 'Han', 'Hangul', 'Greek', 'Devanagari'])
    expect(new RegExp(`\\p{Script=${script}}`, 'u').test(names)).toBe(true);
});

test('one made of two is counted as a wrong merge', () => {
  const rows = labelledRows();
  const [one] = rows;
  const spoilt = [one!, { ...one!, unit: { ...one!.unit, id: 'person:x' }, who: 'somebody else' }];
  const [first] = evaluateIdentity(spoilt).quality.filter(({ pairs }) => pairs > 0);
  expect(first).toMatchObject({ pairs: 1, precision: 0, wrongMerges: 1 });
});

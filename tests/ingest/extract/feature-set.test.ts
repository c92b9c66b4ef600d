import { expect, test } from 'vitest';
import { FeatureSet } from '../../../src/ingest/extract/feature-set.ts';
import { hash } from '../../../src/ingest/extract/score.ts';

test('a name read in parts is the feature of the whole name', () => {
  const { add, list } = new FeatureSet();
  const [word, none] = ['Abkommen – Ł', undefined];
  add`between=${word}`;
  add`between2=${'ab'} ${none} ${3}`;
  add`first=${true}`;
  expect(list()).toEqual(
    ['between=Abkommen – Ł', 'between2=ab undefined 3', 'first=true'].map(hash),
  );
});

test('a feature is kept once, however it was added', () => {
  const { add, list } = new FeatureSet();
  add('planned');
  add`plan${'ned'}`;
  expect(list()).toHaveLength(1);
});

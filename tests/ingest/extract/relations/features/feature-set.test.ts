import { expect, test } from 'vitest';
import { FeatureSet } from '../../../../../src/ingest/extract/relations/features/feature-set.ts';
import { hash } from '../../../../../src/ingest/extract/relations/model/scorers.ts';

test('a name read in parts is the feature of the whole name', () => {
  const features = new FeatureSet();
  const [word, none] = ['Abkommen – Ł', undefined];
  features.add`between=${word}`;
  features.add`between2=${'ab'} ${none} ${3}`;
  features.add`first=${true}`;
  expect(features.list()).toEqual(
    ['between=Abkommen – Ł', 'between2=ab undefined 3', 'first=true'].map(hash),
  );
});

test('a feature is kept once, however it was added', () => {
  const features = new FeatureSet();
  features.add('planned');
  features.add`plan${'ned'}`;
  expect(features.list()).toHaveLength(1);
});

test('hashes known already keep their order and are kept once', () => {
  const features = new FeatureSet();
  features.addAll([3, -1, 3]);
  features.add('planned');
  features.addAll([-1, 7]);
  expect(features.list()).toEqual([3, -1, hash('planned'), 7]);
});

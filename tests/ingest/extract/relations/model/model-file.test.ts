import { expect, test } from 'vitest';
import { loadModel } from '../../../../../src/ingest/extract/relations/model/model-file.ts';
import { LEARNED_TYPES } from '../../../../../src/ingest/extract/relationship-types.ts';
import { KIND_NAMES } from '../../../../../src/model/kinds.ts';

// The trees know types and kinds by their places, and a type without a threshold is never found.
test('the model was trained on the types and kinds of the vocabulary, in their order (else: npm run train)', () => {
  expect(Object.keys(loadModel().thresholds)).toEqual([...LEARNED_TYPES, ...KIND_NAMES]);
});

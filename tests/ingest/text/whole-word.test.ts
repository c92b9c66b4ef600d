import { expect, test } from 'vitest';
import { hasWord } from '../../../src/ingest/text/whole-word.ts';

test.each([
  ['Berg came.', 'Berg', true],
  ['Bergen and Heidelberg came.', 'Berg', false],
  ['Bergen came before Berg.', 'Berg', true],
  ['Berg-Holm and Holm-Berg came.', 'Berg', false],
  ['Łberg and bergł came.', 'berg', false],
  ['“Berg”, they said.', 'Berg', true],
  ['𝒜Berg and Berg𝒜 came.', 'Berg', false],
  ['They came.', 'Berg', false],
])('%s has the word %s: %s', (text, word, has) => {
  expect(hasWord(text, word)).toBe(has);
});

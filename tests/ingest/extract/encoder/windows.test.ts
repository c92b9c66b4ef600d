import { expect, test } from 'vitest';
import { windowsOver } from '../../../../src/ingest/extract/encoder/windows.ts';

/** Sentences of so many tokens, one behind the other. */
function sentencesOf(...lengths: readonly number[]) {
  let from = 0;
  return lengths.map((length) => {
    const sentence = { from, to: from + length };
    from += length;
    return sentence;
  });
}

const asked = (lengths: readonly number[]) =>
  windowsOver(sentencesOf(...lengths)).map(({ tokens, from, to }) => tokens.slice(from, to));

test('each token is asked about once, in order', () => {
  const lengths = [30, 90, 60, 5, 400, 1, 170];
  const all = Array.from({ length: lengths.reduce((sum, one) => sum + one) }, (_, at) => at);
  expect(asked(lengths).flat()).toEqual(all);
});

test('a window holds whole sentences, a longer sentence is cut', () => {
  expect(asked([100, 60, 20]).map(({ length }) => length)).toEqual([160, 20]);
  expect(asked([400]).map(({ length }) => length)).toEqual([170, 170, 60]);
  expect(asked([])).toEqual([]);
});

test('what stands before and behind is read along, within the bounds of the model', () => {
  const [, second] = windowsOver(sentencesOf(170, 170, 170));
  expect(second).toMatchObject({ from: 40, to: 210 });
  expect(second!.tokens).toEqual(Array.from({ length: 234 }, (_, at) => 130 + at));
});

import { expect, test } from 'vitest';
import { spansOf } from '../../../../src/ingest/extract/encoder/tags.ts';

/** Log probabilities of tokens that are outside, begin and go on with these probabilities. */
const scores = (...tokens: readonly (readonly [number, number, number])[]) =>
  Float32Array.from(tokens.flat(), Math.log);

test('a mention goes from where it begins to where it ends', () => {
  const [span, ...others] = spansOf(
    scores([0.9, 0.05, 0.05], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.9, 0.05, 0.05]),
  );
  expect(others).toEqual([]);
  expect(span).toMatchObject({ from: 1, to: 3 });
  expect(span!.probability).toBeCloseTo(Math.sqrt(0.8 * 0.7), 5);
});

test('two names side by side are two', () => {
  expect(
    spansOf(scores([0.1, 0.8, 0.1], [0.1, 0.8, 0.1])).map(({ from, to }) => [from, to]),
  ).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('nothing goes on that has not begun: the likeliest whole is taken', () => {
  expect(spansOf(scores([0.5, 0.4, 0.1], [0.05, 0.05, 0.9]))).toMatchObject([{ from: 0, to: 2 }]);
  expect(spansOf(scores([0.98, 0.01, 0.01], [0.4, 0.01, 0.59]))).toEqual([]);
});

test('the likeliest tags are those that trying all of them finds', () => {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 0.05 + state / 2 ** 32;
  };
  for (let round = 0; round < 200; round++) {
    const given = scores(
      ...Array.from({ length: 5 }, () => [random(), random(), random()] as const),
    );
    let best = { sum: -Infinity, spans: '' };
    for (let code = 0; code < 3 ** 5; code++) {
      const tags = Array.from({ length: 5 }, (_, at) => Math.floor(code / 3 ** at) % 3);
      if (tags.some((tag, at) => tag === 2 && (at === 0 || tags[at - 1] === 0))) continue;
      const sum = tags.reduce((total, tag, at) => total + given[at * 3 + tag]!, 0);
      if (sum > best.sum) best = { sum, spans: tags.join('') };
    }
    const found = [0, 0, 0, 0, 0];
    for (const { from, to } of spansOf(given)) {
      found.fill(2, from, to);
      found[from] = 1;
    }
    expect(found.join('')).toBe(best.spans);
  }
});

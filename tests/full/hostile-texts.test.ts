import { beforeAll, expect, test } from 'vitest';
import { GENERATORS } from '../helpers/hostile-texts.ts';
import { growthOf, RATIO_MAX, readHostile } from '../helpers/reading-cost.ts';

beforeAll(() => {
  for (const make of Object.values(GENERATORS)) readHostile(make(500));
});

test.each(Object.entries(GENERATORS))(
  '%s: 100,000 characters take about twice the time of 50,000',
  (_, make) => {
    const work = (size: number) => {
      const text = make(size);
      return () => readHostile(text);
    };
    expect(growthOf(work, 50_000)).toBeLessThan(RATIO_MAX);
  },
  120_000,
);

test('names beyond any text are left out, and told', () => {
  const { warnings, entities } = readHostile(GENERATORS.people!(120_000));
  expect(warnings).toContain('only the first 2000 names of kind Person were read');
  expect(entities.filter(({ kind }) => kind === 'Person').length).toBeGreaterThan(1_000);
});

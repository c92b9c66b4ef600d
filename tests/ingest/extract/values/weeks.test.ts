import { expect, test } from 'vitest';
import { datesIn } from '../../../../src/ingest/extract/values/dates.ts';

const found = (text: string, day: string) =>
  datesIn(text, new Date(`${day}T12:00:00Z`)).map(({ date }) => date);

test('a week is the month that holds all its days, if one does', () => {
  expect(found('earlier this week they met', '2026-01-25')).toEqual(['2026-01']);
  expect(found('they met this week', '2026-04-30')).toEqual([]);
  expect(found('they met earlier this week', '2026-04-30')).toEqual(['2026-04']);
  expect(found('they will meet later this week', '2026-04-30')).toEqual([]);
});

test.each(['they met a day after the vote', 'two weeks after the storm they met'])(
  'a term that counts from another day is no date: %s',
  (text) => expect(found(text, '2026-01-25')).toEqual([]),
);

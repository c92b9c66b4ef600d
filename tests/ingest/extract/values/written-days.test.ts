import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../../src/ingest/extract/values/dates.ts';

const SUNDAY = new Date('2026-01-25T12:00:00Z');
const found = (text: string, reference: Date | null = SUNDAY) =>
  datesIn(text, reference).map(({ date }) => date);

describe('a year is read however it is written', () => {
  test.each([
    ['signed on 7. November 2023 in Vienna', '2023-11-07'],
    ['signed on 3rd. Sept. 2023', '2023-09-03'],
    ["signed on Nov. 7, '23", '2023-11-07'],
    ['signed in November ’23', '2023-11'],
    ['signed on 7 NOV 23.', '2023-11-07'],
    ['signed on 7 Nov 23 in Vienna', '2023-11-07'],
    ['done this seventh day of November 2023', '2023-11-07'],
    ['done on the 21st day of May, in the year 1999', '1999-05-21'],
  ])('%s', (text, date) => expect(found(text)).toEqual([date]));

  test('two digits that count something are no year', () =>
    expect(found('on 7 November 23 ships sailed')).toEqual(['2025-11-07']));
});

test('the year behind a list is that of all its days', () => {
  expect(found('on May 3 and 4, 2021', null)).toEqual(['2021-05-03']);
  expect(found('on 3 May and 9 June 2021', null)).toEqual(['2021-05-03', '2021-06-09']);
  expect(found('in March and May 2021', null)).toEqual(['2021-03', '2021-05']);
});

test('a weekday beside a day must be that of the day', () => {
  expect(found('on Sunday, January 25')).toEqual(['2026-01-25']);
  expect(found('on Monday, January 25')).toEqual([]);
  expect(found('on Tuesday (Jan. 20) they met')).toEqual(['2026-01-20']);
});

test('a surname that is a weekday gives no day', () => {
  for (const text of [
    'Foreign Secretary Dan Friday met her',
    'she told Grace Monday that it was over',
    'Minister Ola Sunday of Norway spoke',
  ])
    expect(found(text)).toEqual([]);
  expect(found('Minister Anders Holm Friday met her')).toEqual(['2026-01-23']);
});

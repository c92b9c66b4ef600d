import { describe, expect, test } from 'vitest';
import { datesIn, referenceOf } from '../../../src/ingest/extract/dates.ts';

const SUNDAY = new Date('2026-01-25T12:00:00Z');
const found = (text: string, reference: Date | null = SUNDAY) =>
  datesIn(text, reference).map(({ date, until }) => (until ? `${date}/${until}` : date));

describe('a date is only as exact as its words', () => {
  test.each([
    ['signed on October 31, 2025 in the capital', '2025-10-31'],
    ['signed in October 2025', '2025-10'],
    ['signed in 2025', '2025'],
    ['In October last year, they signed', '2025-10'],
    ['last month they met', '2025-12'],
    ['they met on Sunday', '2026-01-25'],
    ['will meet next year', '2027'],
    ['three weeks earlier they had signed', '2026-01'],
    ['two years ago', '2024'],
    ['three days ago', '2026-01-22'],
  ])('%s', (text, date) => expect(found(text)).toEqual([date]));
});

test('a term is no date', () => {
  expect(found('they plan to sign it within the year')).toEqual([]);
});

test('a period has two ends', () => {
  expect(datesIn('in Alaska from September 1 to 14', null, 2025)).toMatchObject([
    { date: '2025-09-01', until: '2025-09-14' },
  ]);
  expect(datesIn('from April 22 to May 10, 2024', null)).toMatchObject([
    { date: '2024-04-22', until: '2024-05-10' },
  ]);
});

test('a period may name its days first', () => {
  expect(datesIn('from 8 to 22 November 2024', null)).toMatchObject([
    { date: '2024-11-08', until: '2024-11-22' },
  ]);
});

test('a period over New Year ends in the year after it began', () => {
  expect(datesIn('from 29 December to 3 January', null, 2025)).toMatchObject([
    { date: '2025-12-29', until: '2026-01-03' },
  ]);
  expect(datesIn('from December 29 to January 3, 2026', null)).toMatchObject([
    { date: '2025-12-29', until: '2026-01-03' },
  ]);
});

describe('a weekday or a month is the last one, unless the words look ahead', () => {
  test.each([
    ['the two met on Tuesday', '2026-01-20'],
    ['the fair was held in November', '2025-11'],
    ['the two will meet on Tuesday', '2026-01-27'],
  ])('%s', (text, date) => expect(found(text)).toEqual([date]));
});

test('without a day to count from, relative dates stay unresolved', () => {
  for (const text of ['last year', 'earlier this month', 'on Sunday', 'in October last year'])
    expect(found(text, null)).toEqual([]);
  expect(found('in October 2025', null)).toEqual(['2025-10']);
});

test('numbers and words that look like dates are none', () => {
  expect(found('may sell 31 drones for 2 billion')).toEqual([]);
});

test('the day of publication comes first; else the weekday and date that the text tells', () => {
  expect(
    referenceOf('on Sunday (January 25, 2026)', '2026-02-01')?.toISOString().slice(0, 10),
  ).toBe('2026-02-01');
  expect(referenceOf('on Sunday (January 25, 2026)', null)?.toISOString().slice(0, 10)).toBe(
    '2026-01-25',
  );
  expect(referenceOf('no date here', null)).toBeNull();
});

describe('what is counted from another day is no date', () => {
  test.each([
    'the second treaty followed two years later',
    'the first visit in seven years',
    'trained for three weeks',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('phrases of the press', () => {
  test.each([
    ['the notice of March 3 last year', '2025-03-03'],
    ['talks were held on the 5th in Oslo', '2026-01-05'],
    ['talks were held on the 28th in Oslo', '2025-12-28'],
    ['the fleet came home last summer', '2025'],
  ])('%s', (text, date) => expect(found(text)).toEqual([date]));
});

test('only words near a date tell whether it lies ahead', () =>
  expect(
    found(
      'A new yard will be built on the northern coast of the island, as officials of both countries have said over and over again since the two ministers met there in November',
    ),
  ).toEqual(['2025-11']));

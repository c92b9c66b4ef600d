import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../../src/ingest/extract/values/dates.ts';
import { dayOrderOf, openDates } from '../../../../src/ingest/extract/values/numeric-dates.ts';

/** A Thursday in March. */
const THURSDAY = new Date('2024-03-14T12:00:00Z');
const found = (text: string, reference: Date) =>
  datesIn(text, reference).map(({ date, until }) => (until ? `${date}/${until}` : date));

describe('a date in figures is read where nothing else can be meant', () => {
  test.each([
    ['on 04.08.2022', '2022-08-04'],
    ['on 04.08.22', '2022-08-04'],
    ['on 13/02/2024', '2024-02-13'],
    ['on 02/13/2024', '2024-02-13'],
    ['on 03/03/2024', '2024-03-03'],
    ['on 2024-02-13', '2024-02-13'],
    ['on 2024/02/13.', '2024-02-13'],
  ])('%s', (text, date) => expect(found(text, THURSDAY)).toEqual([date]));

  test('and otherwise by the order of the document, or not at all', () => {
    const read = (order: 'day first' | 'month first' | null) =>
      datesIn('on 05/03/2024', THURSDAY, 2024, order).map(({ date }) => date);
    expect([read('day first'), read('month first'), read(null)]).toEqual([
      ['2024-03-05'],
      ['2024-05-03'],
      [],
    ]);
  });

  const nowhere = { publishedOn: null, language: null, url: null };
  test.each([
    ['signed on 05/03/2024, ratified on 25/03/2024', nowhere, 'day first'],
    ['signed on 05/03/2024, ratified on 03/25/2024', nowhere, 'month first'],
    ['signed on 25/03/2024, ratified on 03/25/2024', nowhere, null],
    ['signed on 05/03/2024, that is on 5 March 2024', nowhere, 'day first'],
    ['signed on 05/03/2024, that is on May 3, 2024', nowhere, 'month first'],
    ['signed on 05/03/2024', { ...nowhere, publishedOn: '2024-03-05' }, 'day first'],
    ['signed on 05/03/2024', { ...nowhere, language: 'en-US' }, 'month first'],
    ['signed on 05/03/2024', { ...nowhere, language: 'en-GB' }, 'day first'],
    ['signed on 05/03/2024', { ...nowhere, language: 'en' }, null],
    ['signed on 05/03/2024', { ...nowhere, url: 'https://news.example.gov/a' }, 'month first'],
    ['signed on 05/03/2024', { ...nowhere, url: 'https://news.example.co.uk/a' }, 'day first'],
    ['signed on 05/03/2024', { ...nowhere, url: 'https://news.example/a' }, null],
    ['signed on 05/03/2024', nowhere, null],
  ])('%s, %o', (text, origin, order) => expect(dayOrderOf(text, origin)).toBe(order));

  test('what is left open is told once, as written', () =>
    expect(openDates('on 05/03/2024 and 05/03/2024, not 25/03/2024', null)).toEqual([
      '05/03/2024',
    ]));
});

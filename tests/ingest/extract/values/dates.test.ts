import { describe, expect, test } from 'vitest';
import { datesIn, referenceOf } from '../../../../src/ingest/extract/values/dates.ts';

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

/** Of a Thursday in March. */
const THURSDAY = new Date('2024-03-14T12:00:00Z');

describe('words and figures that are no dates never become one', () => {
  test.each([
    'The vice minister, Sun Weiming, met his host',
    'and the envoy sat down for talks',
    'They wed in Oslo',
    'villages of Mon State',
    'the special envoy, April Stone, met him',
    'with June Park in Oslo',
    'Helen May met the king',
    'Prime Minister May said no',
    'May’s cabinet',
    'General Mark March said',
    'August Lindner said',
    'Jan Holmgren met her',
    'Dr. Jun Sato',
    'the Mar Elias church',
    'Sunday Adeyemi, the minister, met him',
    'the Sunday Herald reported',
    'Bloody Sunday',
    'Nigerian minister Friday Adeyemi signed',
    'the general met Sunday Adeyemi in Lagos',
    'a letter by Friday Adeyemi',
    'an envoy of Monday Igwe',
    'they came in sunday best',
    'a Sunday school',
    'an august body',
    'the army was on the march',
    'their last march',
    'to March on the capital',
    'Norway may 10 to 20 jets buy',
    'may 12 ships sail',
    'on 24/7 maintenance',
    'since the 9/11 attacks',
    'a 50/50 split',
    '3/4 of the fleet',
    '1/2 of the jets',
    'a 3-2 win',
    'a score of 10-12',
    'version 1.2.24',
    'at 10:30',
    'at 5 pm',
    'within 48 hours',
    'in two minutes',
    'between March and May',
    'from March to May',
    'in 2024-2025',
    'in 2024-25',
    'in FY2025',
    'fiscal year 2025',
    'in Q3 2025',
    'in the 1990s',
    'of 2030 troops',
    'in 2024 sorties',
    'in the fall of the city',
    'on the 38th parallel',
    '1 March, 0001',
    '31 February 2024',
    '45.13.2024',
    '2024-13-45',
    'No. 5/2024',
    '5/6/7',
    'the SU-30 March',
    '10 Downing Street',
    'over the weekend',
    'a Mon-Fri hotline',
    'on Sunday Express pages',
    'with April, her aide',
    'to mark the October 7 attack',
    'the editor of USA Today said',
    'The envoy, Joe Friday, met',
    '30 May-class frigates',
    'an October 7-style assault',
    'software version 12.05.2021',
    'section 4.12.2020 of the act',
    'on the December 7 anniversary',
  ])('%s', (text) => expect(found(text, THURSDAY)).toEqual([]));
});

describe('what is a date stays one, as exact as its words', () => {
  test.each([
    ['they met on Sunday', '2024-03-10'],
    ['the minister said Sunday that', '2024-03-10'],
    ['the minister met Sunday President Holm', '2024-03-10'],
    ['he will decide by sunday', '2024-03-17'],
    ['the attack of Sunday Norway condemned', '2024-03-10'],
    ['on Sat', '2024-03-09'],
    ['Sat, 9 Mar 2024', '2024-03-09'],
    ['on Friday, March 8', '2024-03-08'],
    ['on Tue. March 5', '2024-03-05'],
    ['at the March 5 meeting', '2024-03-05'],
    ['in April, they met', '2023-04'],
    ['in May India signed', '2023-05'],
    ['in May the two signed', '2023-05'],
    ['in May 2023', '2023-05'],
    ['on May 12', '2023-05-12'],
    ['In May 12 ships arrived', '2023-05'],
    ['in late March', '2024-03'],
    ['mid-March', '2024-03'],
    ['last March', '2023-03'],
    ['a July visit', '2023-07'],
    ['12 march 2024', '2024-03-12'],
    ['12th of March 2024', '2024-03-12'],
    ['Dec. 5, 2023', '2023-12-05'],
    ['on 1 Jan', '2024-01-01'],
    ['on 5 March 18 aircraft landed', '2024-03-05'],
    ['by the end of March', '2024-03'],
    ['in spring 2023', '2023'],
    ['by 2030', '2030'],
    ['the third quarter of 2025', '2025'],
    ['between March and May 2023', '2023-03/2023-05'],
    ['from 8 to 22 November', '2023-11-08/2023-11-22'],
    ['will be held from 8 to 22 November', '2024-11-08/2024-11-22'],
    ['will meet in December', '2024-12'],
    ['October 14, 1066', '1066-10-14'],
  ])('%s', (text, date) => expect(found(text, THURSDAY)).toEqual([date]));
});

test('an hour before a weekday and a part of a year do not hide the date', () => {
  expect(found('met at 10.30 on Monday', THURSDAY)).toEqual(found('met on Monday', THURSDAY));
  expect(found('in early 2023, in late 2022 and in mid-2021', THURSDAY)).toEqual([
    '2023',
    '2022',
    '2021',
  ]);
  // Between a town and its state stands no name.
  expect(found('in Tokyo, Japan Friday, and', THURSDAY)).toHaveLength(1);
});

test('days are counted only from a day, not from a month', () => {
  const days = (text: string) => datesIn(text, THURSDAY, 2024, null, false).map(({ date }) => date);
  expect(days('on Sunday, yesterday, three days ago')).toEqual([]);
  expect(days('on 5 March, in October last year')).toEqual(['2024-03-05', '2023-10']);
});

test.each([
  'the 21 March Movement met',
  'at 21 March Street',
  'the 21 March Brigade paraded',
  'fell on Ash Wednesday',
  'led by Lindiwe March of Kenya',
])('a name that holds a day is no date: %s', (text) => expect(found(text, THURSDAY)).toEqual([]));

import { afterEach, expect, test } from 'vitest';
import { readDate } from '../../../src/ingest/readers/date.ts';
import { sourceDocument } from '../../../src/ingest/readers/record.ts';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test.each(['UTC', 'Asia/Kolkata', 'America/Los_Angeles'])(
  'a date is the one that is written, in %s too',
  (zone) => {
    process.env.TZ = zone;
    const dates = {
      '2025': '2025',
      '2025-03': '2025-03',
      '2025-03-12': '2025-03-12',
      '2025-03-12T23:30:00-08:00': '2025-03-12',
      '2025-03-12 00:10:00': '2025-03-12',
      '2025-3-2': '2025-03-02',
      '2025/03/12': '2025-03-12',
      'March 12, 2025': '2025-03-12',
      'Sept. 3rd, 2025': '2025-09-03',
      '12 March 2025 23:59 IST': '2025-03-12',
      '12-Mar-2025': '2025-03-12',
      'Fri, 03 Dec 2021 23:30:00 GMT': '2021-12-03',
      'Fri, 03 Dec 21 23:30 GMT': '2021-12-03',
      '3 Dec 99 23:30 EST': '1999-12-03',
      'Wed Mar 12 2025 00:00:00 GMT+0530': '2025-03-12',
      'March 2025': '2025-03',
      '31/10/2025': '2025-10-31',
      '10/31/2025': '2025-10-31',
      '31.10.2025': '2025-10-31',
      '3.4.2025': '2025-04-03',
      '31-10-2025': '2025-10-31',
    };
    for (const [given, date] of Object.entries(dates))
      expect([given, readDate(given)]).toEqual([given, date]);
  },
);

test.each([
  '31 Feb 2025',
  'February 31, 2025',
  '2025-02-31',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31',
  '13/13/2025',
  'soon',
  20250312,
  2025,
  true,
  {},
])('what is no date is told as it was given: %j', (publishedOn) => {
  const item = sourceDocument('a.txt', Buffer.from('x'), 'x', { publishedOn } as never);
  expect(item).toMatchObject({
    document: { publishedOn: null },
    warnings: [
      expect.stringContaining(
        `a.txt: publishedOn ${JSON.stringify(publishedOn)} is no date; write it as`,
      ),
    ],
  });
});

test.each(['3/4/2025', '3-4-2025'])(
  'figures that may be two days are told as such: %s',
  (given) => {
    const item = sourceDocument('a.txt', Buffer.from('x'), 'x', { publishedOn: given });
    expect(item).toMatchObject({
      document: { publishedOn: null },
      warnings: [
        expect.stringContaining(`publishedOn "${given}" is no date, for it may be two days; write`),
      ],
    });
  },
);

test.each([
  [{ language: 'en-GB' }, '2025-04-03'],
  [{ language: 'en_US' }, '2025-03-04'],
  [{ language: 'fr' }, '2025-04-03'],
  [{ url: 'https://mod.example.gov/a' }, '2025-03-04'],
  // A British site whose software declares American English.
  [{ language: 'en-US', url: 'https://wire.example.co.uk/a' }, '2025-04-03'],
])('the place of a record tells the order in its date: %o', (metadata, day) => {
  const item = sourceDocument('a.txt', Buffer.from('x'), 'x', {
    ...metadata,
    publishedOn: '3/4/2025',
  });
  expect(item).toMatchObject({ document: { publishedOn: day }, warnings: [] });
});

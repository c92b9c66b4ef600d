import { describe, expect, test } from 'vitest';
import { Values } from '../../../../src/ingest/extract/values/values.ts';
import { plainText } from '../plain-text.ts';

const PUBLISHED = '2024-06-14';
const reading = (text: string) => {
  const read = plainText(text);
  return { values: new Values(read, PUBLISHED, null), sentence: read.sentences[0]! };
};
function daysIn(text: string): string[] {
  const { values, sentence } = reading(text);
  return values.daysOf(sentence).map(({ date }) => date);
}

describe('nothing happened on a day that is only a bound', () => {
  test.each([
    'the two met on the eve of 2 May 2024',
    'the two met ahead of the 2 May 2024 vote',
    'they met before 2 May and after April 2024',
    'they must sign by 2 May 2025, no later than May 2025',
    'the first such visit since 2 May 2019, since 2019',
    'the pact, which expires on 2 May 2027, was signed',
    'the deadline of 2 May passed',
    'talks two weeks prior to 2 May, by Friday, after last month',
  ])('%s', (text) => expect(daysIn(text)).toEqual([]));
});

test.each([
  ['they met on 2 May 2024', '2024-05-02'],
  ['the day before 2 May 2024 they met', '2024-05-01'],
  ['talks under way since 2 May', '2024-05-02'],
  ['from 2 May 2024 on', '2024-05-02'],
  ['postponed from 2 May to 9 June 2024', '2024-06-09'],
])('a day that is told stays: %s', (text, date) => expect(daysIn(text)).toEqual([date]));

test('a last day ends an event, and dates nothing else', () => {
  const { values, sentence } = reading('the exercise runs until 2 May 2024');
  expect(values.datesOf(sentence).map(({ date }) => date)).toEqual(['2024-05-02']);
  expect(values.daysOf(sentence)).toEqual([]);
});

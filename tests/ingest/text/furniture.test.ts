import { describe, expect, test } from 'vitest';
import { furnitureLines, isFurniture } from '../../../src/ingest/text/furniture.ts';
import { readText } from '../../../src/ingest/text/read.ts';

describe('furniture of a page', () => {
  test.each([
    'Share | Tweet | Email | Print',
    'ACME 12.50 +1.2%',
    'We use cookies to make this site better.',
    'Already a subscriber? Log in.',
    'Ann Bell is a staff reporter covering navies.',
    'About the author',
    'Media contact: press@example.org',
    'For further information call 555 0100',
    'Sailors of Sweden line the deck in Karlskrona. Jon Lee | Reuters',
    'A frigate leaves Oslo (Photo by the Navy of Norway)',
    'File photo of the minister',
  ])('"%s" is none of the text', (line) => expect(isFurniture(line)).toBe(true));

  test.each([
    'Norway and Sweden signed a pact on mines in Oslo on Friday.',
    'The minister said that we use cooks of our own at sea.',
    'The price rose by 1.2% to 12.50 dollars after Norway ordered two frigates.',
    'Ann Bell, the defence minister of Norway, met the reporter.',
    'Ministers share more than they print',
  ])('"%s" is text', (line) => expect(isFurniture(line)).toBe(false));
});

const wordsOf = (raw: string) => {
  const { clean, sentences } = readText(raw);
  return sentences.map(({ start, end }) => clean.slice(start, end));
};

test('a line that is one link leads to another page; a link in a sentence is text', () => {
  const raw = [
    'Norway bought [two frigates](https://example.org/a) on Friday.',
    '',
    '- [Chad denies a coup](https://example.org/b)',
    '- [Peru votes](https://example.org/c)',
  ].join('\n');
  expect([...furnitureLines(raw)]).toEqual([2, 3]);
  expect(wordsOf(raw).join(' ')).not.toMatch(/Chad|Peru/);
  expect(wordsOf(raw).join(' ')).toMatch(/Norway bought\s+two frigates/);
});

test('data above the text are none of it; a line in the text is no end of data', () => {
  const body = 'Norway signed a pact.\n\n---\n\nSweden did not.';
  expect(wordsOf(`---\ntitle: A pact of Chad\n---\n${body}`)).toEqual([
    'Norway signed a pact.',
    'Sweden did not.',
  ]);
  expect(wordsOf(body)).toEqual(['Norway signed a pact.', 'Sweden did not.']);
});

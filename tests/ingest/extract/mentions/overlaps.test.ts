import { expect, test } from 'vitest';
import type { Found } from '../../../../src/ingest/extract/mentions/finder.ts';
import { resolveOverlaps } from '../../../../src/ingest/extract/mentions/overlaps.ts';

const found = (kind: Found['kind'], start: number, end: number, weight: number): Found => ({
  kind,
  start,
  end,
  rule: 'head',
  weight,
});
const kept = (...all: readonly Found[]) =>
  resolveOverlaps([...all]).map(({ kind, start, end }) => `${kind} ${start}-${end}`);

test('of two that overlap the heavier one is kept, and both where they only touch', () => {
  expect(kept(found('Person', 0, 10, 3), found('Place', 5, 15, 6))).toEqual(['Place 5-15']);
  expect(kept(found('Person', 0, 5, 3), found('Place', 5, 15, 6))).toEqual([
    'Person 0-5',
    'Place 5-15',
  ]);
});

test('a hundred characters of length weigh as much as one of weight', () => {
  expect(kept(found('Person', 0, 10, 3.5), found('Organisation', 0, 90, 3))).toEqual([
    'Organisation 0-90',
  ]);
  expect(kept(found('Person', 0, 10, 3.5), found('Organisation', 0, 50, 3))).toEqual([
    'Person 0-10',
  ]);
});

test('a country may lie within the name of something else, but not be all of it', () => {
  expect(kept(found('Country', 0, 6, 6), found('Organisation', 0, 11, 4))).toEqual([
    'Organisation 0-11',
    'Country 0-6',
  ]);
  expect(kept(found('Country', 0, 6, 6), found('Organisation', 0, 6, 4))).toEqual(['Country 0-6']);
});

test('what the lexicon knows of a place is kept where another rule finds the same', () => {
  const named: Found = { ...found('Agreement', 0, 20, 8.5), rule: 'named' };
  const listed: Found = { ...found('Agreement', 0, 20, 7), rule: 'lexicon', name: 'Fjord Treaty' };
  expect(resolveOverlaps([named, listed])).toMatchObject([{ rule: 'named', name: 'Fjord Treaty' }]);
});

import { expect, test } from 'vitest';
import { ownSpellings } from '../../../src/ingest/resolve/spellings.ts';

test('a seat of government is known by each way in which it is written', () => {
  expect(ownSpellings().get('place:kyiv')).toEqual(expect.arrayContaining(['Kyiv', 'Kiev']));
  expect(ownSpellings().get('place:kiev')).toEqual(expect.arrayContaining(['Kyiv', 'Kiev']));
});

test('a country is known by its code, its names and what it was called', () => {
  expect(ownSpellings().get('country:UA')).toEqual(
    expect.arrayContaining(['UA', 'Ukraine', 'Ukrainian SSR']),
  );
});

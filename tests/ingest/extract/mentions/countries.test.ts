import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { COUNTRY_BY_CODE } from '../../../../src/ingest/lexicon/countries.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const entitiesOf = (raw: string) => readDocument('d', raw, '2025-11-14', LEXICON).entities;
const countriesOf = (raw: string) =>
  entitiesOf(raw)
    .filter(({ kind }) => kind === 'Country')
    .map(({ name }) => name)
    .sort();

test('all states of the lexicon are known', () => {
  expect(COUNTRY_BY_CODE.size).toBe(197);
});

describe('states are told by name, adjective and seat of government', () => {
  test.each([
    ['Ghana and Uganda signed a pact on river patrols.', ['Ghana', 'Uganda']],
    ['The Bolivian minister flew to Haiti.', ['Bolivia', 'Haiti']],
    ['Burkina Faso bought drones from Cameroon.', ['Burkina Faso', 'Cameroon']],
    ['A patrol boat reached the Dominican Republic.', ['Dominican Republic']],
    ['Côte d’Ivoire opened an embassy.', ["Côte d'Ivoire"]],
    ['The Democratic Republic of the Congo left.', ['Democratic Republic of the Congo']],
    ['Accra has agreed to the terms.', ['Ghana']],
  ])('%s', (raw, names) => expect(countriesOf(raw)).toEqual(expect.arrayContaining(names)));
});

test('the name of a state within another name is not that state', () => {
  expect(countriesOf('The governor of New Mexico met a minister of Mexico.')).toEqual(['Mexico']);
  expect(countriesOf('The governor of New Mexico met a minister of Mexico.')).toEqual(['Mexico']);
  expect(countriesOf('Equatorial Guinea and Papua New Guinea sent observers.')).toEqual([
    'Equatorial Guinea',
    'Papua New Guinea',
  ]);
  expect(countriesOf('They sailed through the Gulf of Guinea.')).toEqual([]);
  expect(countriesOf('The crew rested in Panama City.')).toEqual([]);
  expect(countriesOf('Guinea sent a battalion.')).toEqual(['Guinea']);
});

test('a state is no person', () => {
  const people = entitiesOf('Burkina Faso said it would train with Sierra Leone.').filter(
    ({ kind }) => kind === 'Person',
  );
  expect(people).toEqual([]);
});

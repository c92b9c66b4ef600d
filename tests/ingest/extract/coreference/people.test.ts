import { expect, test } from 'vitest';
import { clusterPeople } from '../../../../src/ingest/extract/coreference/people.ts';
import type { Mention } from '../../../../src/ingest/extract/vocabulary.ts';

const people = (...names: readonly string[]): Mention[] =>
  names.map((text, at) => ({
    kind: 'Person',
    text,
    rule: 'title',
    named: false,
    start: at * 100,
    end: at * 100 + text.length,
    sentence: at,
  }));
const clusters = (...names: readonly string[]) =>
  clusterPeople(people(...names)).map(({ mentions }) => mentions.map(({ text }) => text));

test('a surname alone is the one who bears it', () => {
  expect(clusters('Ingrid Solheim', 'Solheim')).toEqual([['Ingrid Solheim', 'Solheim']]);
});

test('a surname that two people bear is nobody', () => {
  expect(clusters('Ingrid Solheim', 'Petter Solheim', 'Solheim')).toEqual([
    ['Ingrid Solheim'],
    ['Petter Solheim'],
  ]);
});

test('short forms and middle names are one person', () => {
  expect(clusters('Robert Hale', 'Bob Hale')).toHaveLength(1);
  expect(clusters('Robert Hale', 'Robert James Hale')).toHaveLength(1);
  expect(clusters('Robert Hale', 'Ronald Hale')).toHaveLength(2);
});

test('a surname that stands first, and alone later, is the one who bears it', () => {
  expect(clusters('Deng Haoming', 'Deng')).toEqual([['Deng Haoming', 'Deng']]);
  expect(clusters('Baek Su-min', 'Baek Ji-woo', 'Baek')).toHaveLength(2);
  // A given name behind a title is somebody else's surname.
  expect(clusters('Paul Rivera', 'Paul')).toHaveLength(2);
});

test('a particle that opens a sentence is that of the name', () => {
  expect(clusters('Nawaf bin Turki', 'Bin Turki')).toHaveLength(1);
});

test('a particle within a name is one however it is written', () => {
  expect(clusters('Omar Ben Said', 'Ben Said')).toHaveLength(1);
  expect(clusters('Omar bin Said', 'Bin Said')).toHaveLength(1);
});

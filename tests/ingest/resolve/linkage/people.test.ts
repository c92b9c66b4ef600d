import { expect, test } from 'vitest';
import { compareUnits, MERGE } from '../../../../src/ingest/resolve/linkage/compare.ts';
import { resolve } from '../../../../src/ingest/resolve/linkage/resolve.ts';
import type { Unit } from '../../../../src/ingest/resolve/linkage/unit.ts';
import { person } from './units.ts';

const areOne = (a: Unit, b: Unit) => {
  const { entityOf } = resolve([a, b], []);
  return entityOf.get(a.id) === entityOf.get(b.id);
};
const inOffice = (name: string, on: string) => person(name, 'Defence Minister', 'UA', on);

test.each([
  ['Ramon Barkov Jr.', 'Ramon Barkov Junior'],
  ['Shevchuk Ivan Petrovych', 'Ivan Shevchuk'],
  ['Ivan Vladimirovich Shevchuk', 'Ivan Volodymyrovych Shevchuk'],
  ['Otto von der Lahn', 'Von der Lahn'],
  ['Jean-Yves Morvan', 'Jean Yves Morvan'],
  ['W. James Okafor', 'James Okafor'],
  ['J. Okafor', 'James Okafor'],
])('%s and %s of one office are one', (a, b) => {
  expect(areOne(inOffice(a, '2022-01-05'), inOffice(b, '2022-05-05'))).toBe(true);
});

test.each([
  ['Ramon Barkov Jr.', 'Ramon Barkov Senior'],
  ['Shevchuk Ivan Petrovych', 'Ivan Mykolaiovych Shevchuk'],
  ['Ivan Barkov', 'Ivana Barkov'],
  ['Alexander Barkov', 'Alexandra Barkov'],
  ['Hamad Qasimi', 'Hamid Qasimi'],
  ['Hasan Qasimi', 'Husain Qasimi'],
])('%s and %s are two, even of one office', (a, b) => {
  expect(areOne(inOffice(a, '2022-01-05'), inOffice(b, '2022-05-05'))).toBe(false);
});

test('one initial and surname are not enough without a common office', () => {
  const minister = person('Andrii Bondarenko', 'Minister of Health', 'UA', '2021-02-01');
  expect(areOne(minister, person('A. Bondarenko', 'General', 'UA', '2023-01-10'))).toBe(false);
});

const senator = person('John Kennedy', 'Senator', 'US', '2023-02-01');

test.each(['1962-03-01', '2023-03-01'])(
  'a senator is not the president with a middle initial whom a document of %s names',
  (on) => {
    const president = person('John F. Kennedy', 'President', 'US', on);
    expect(compareUnits(senator, president).score).toBeLessThan(MERGE);
  },
);

test('a president without the initial is the one with it', () => {
  const [short, long] = ['John Kennedy', 'John F. Kennedy'].map((name) =>
    person(name, 'President', 'US', '1962-03-01'),
  );
  expect(areOne(short!, long!)).toBe(true);
});

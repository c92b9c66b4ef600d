// People are compared only where their names are alike at a glance. The glance must not spare a
// comparison that anybody would be shown.
import { expect, test } from 'vitest';
import { compareUnits, REVIEW } from '../../../../src/ingest/resolve/linkage/compare.ts';
import { mayBeOnePerson } from '../../../../src/ingest/resolve/linkage/compare-person.ts';
import { person } from './units.ts';

const NAMES = [
  ...['Robert Halloran', 'Bob Halloran', 'R. Halloran', 'Halloran', 'Robert Hallorann', 'Robert'],
  ...['Robert T. Halloran Jr.', 'Thomas Halloran', 'Robert Thomas Halloran', 'Halloran Robert'],
  ...['Park Min Seo', 'Min-seo Park', 'Minseo Park', 'Park Minseo', 'Oleksandr Shevchuk'],
  ...[
    'Alexander Shevchuk',
    'Олександр Шевчук',
    'Aleksandr Chevchuk',
    'Maria Halloran',
    'Ana de la Torre',
  ],
  ...[
    'Ana Torre',
    'Latorre Ana',
    'Anna Delatorre',
    'Yusuf al-Harbi',
    'Youssef Harbi',
    'Robert Kowalska',
  ],
];
const OFFICE = ['President', 'CL', '2024-03-01'] as const;

const pairs = NAMES.flatMap((a) => NAMES.map((b) => [a, b] as const)).map(
  ([a, b]) => [person(a, ...OFFICE, 'one'), person(b, ...OFFICE, 'two')] as const,
);

test('whoever could be shown for review is alike at a glance, even with one office', () => {
  const spared = pairs.filter(([a, b]) => !mayBeOnePerson(a, b));
  expect(spared.length).toBeGreaterThan(pairs.length / 3);
  expect(spared.filter(([a, b]) => compareUnits(a, b).score >= REVIEW)).toEqual([]);
});

test('a comparison is spared where only the given name is shared', () => {
  const [one, other] = ['Robert Halloran', 'Robert Kowalska'].map((name) => person(name));
  expect(mayBeOnePerson(one!, other!)).toBe(false);
});

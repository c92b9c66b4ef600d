import { expect, test } from 'vitest';
import {
  heldFullKeys,
  heldKeys,
  soughtFullKeys,
  soughtKeys,
} from '../../../../src/ingest/resolve/linkage/blocks/keys.ts';
import { mayBeOnePerson } from '../../../../src/ingest/resolve/linkage/compare-person.ts';
import { parseName } from '../../../../src/ingest/resolve/linkage/names/person-name.ts';
import { soundOf } from '../../../../src/ingest/resolve/linkage/names/romanise.ts';
import { resolve } from '../../../../src/ingest/resolve/linkage/resolve.ts';
import type { Unit } from '../../../../src/ingest/resolve/linkage/unit.ts';
import { person } from './units.ts';

const GIVEN = [
  ...[
    'James',
    'J.',
    'Jim',
    'Jimmy',
    'William',
    'Bill',
    'W. James',
    'James W.',
    'Mohammed',
    'Ahmad',
  ],
  ...['Ahmed', 'Kristofer', 'Kristoffer', 'Jong Un', 'Jong-un', 'Volodymyr', 'Vladimir', 'M.'],
];
const SURNAMES = ['Okafor', 'Kravchuk', 'Haddad', 'Hadad', 'Kim', 'bin Salman'];
const WHOLE = ['Kim Jong Un', 'Haddad Ahmed', 'Володимир Кравчук', 'Okafor James William'];
const people = [
  ...GIVEN.flatMap((given) => SURNAMES.map((surname) => person(`${given} ${surname}`))),
  ...WHOLE.map((name) => person(name)),
];

const held = new Map(people.map((one) => [one, new Set(heldFullKeys(one))]));
const sought = new Map(people.map((one) => [one, soughtFullKeys(one)]));
const finds = (one: Unit, other: Unit): boolean =>
  sought.get(one)!.some((key) => held.get(other)!.has(key));

/** Surnames are found by their sound alone, in one order of words or the other. */
const soundAlike = (one: Unit, other: Unit): boolean => {
  const [a, b] = [one, other].map((unit) => parseName(unit.names[0]!));
  return soundOf(a!.surname) === soundOf(b!.surname);
};

test('whose full names are alike find each other, and who is nothing like another does not', () => {
  const pairs = people.flatMap((one, at) =>
    people.slice(at + 1).map((other) => [one, other] as const),
  );
  const names = ([one, other]: readonly [Unit, Unit]) => `${one.names[0]} and ${other.names[0]}`;
  const alike = pairs.filter((pair) => soundAlike(...pair) && mayBeOnePerson(...pair));
  expect(alike.length).toBeGreaterThan(100);
  expect(alike.filter(([one, other]) => !finds(one, other)).map(names)).toEqual([]);
  expect(
    pairs.filter(([one, other]) => finds(one, other) !== finds(other, one)).map(names),
  ).toEqual([]);
  expect(pairs.filter(([one, other]) => finds(one, other)).length).toBeLessThan(pairs.length / 4);
});

test.each(['Wang', 'Singh', 'Joe'])('a lone %s without an office is found by nobody', (name) => {
  expect(heldKeys(person(name))).toEqual([]);
  const bearers = [1, 2, 3].map((at) =>
    person(`Ann${'abc'[at]} ${name}`, 'President', 'KR', '2024-01-01'),
  );
  const { candidates, entityOf } = resolve([person(name), ...bearers], []);
  expect(candidates).toEqual([]);
  expect(entityOf.get(person(name).id)).toBe(person(name).id);
});

test('a lone frequent surname is sought with the office, by whoever holds that office alone', () => {
  const lone = person('Wang', 'Foreign Minister', 'CN', '2024-01-01');
  const holder = person('Wang Yi', 'Foreign Minister', 'CN', '2023-06-01');
  const other = person('Wang Li', 'Foreign Minister', 'SG', '2023-06-01');
  const meets = (one: Unit) => soughtKeys(one).some((key) => heldKeys(lone).includes(key));
  expect(heldKeys(lone)).not.toEqual([]);
  expect([meets(holder), meets(other)]).toEqual([true, false]);
});

test('a rare surname alone is found by all who bear it', () => {
  const lone = person('Kravchuk');
  expect(soughtKeys(person('Ines Kravchuk')).some((key) => heldKeys(lone).includes(key))).toBe(
    true,
  );
});

import { expect, test } from 'vitest';
import { AlikeNames } from '../../../../src/ingest/resolve/linkage/blocks/alike-names.ts';
import { anyAlike, partsOf } from '../../../../src/ingest/resolve/linkage/compare-person.ts';
import type { Unit } from '../../../../src/ingest/resolve/linkage/unit.ts';

const personOf = (name: string): Unit => ({
  ...{ id: `person:${name}`, kind: 'Person', names: [name], local: false, known: false },
  ...{ countries: [], offices: [], sort: null, designation: null },
  ...{ first: null, last: null, documents: 1 },
});

const GIVEN = ['John', 'Jon', 'J.', 'Bob', 'Robert', 'Fumio', 'Minh Chinh', 'Mohammed', 'Smith'];
const SURNAMES = [
  ...['Smith', 'Smyth', 'Walker', 'Talker', 'Walkers', 'Waker', 'Walther', 'Kishida', 'Kishda'],
  ...['bin Salman', 'Robert', 'Mohamed', 'Müller', 'Mueller', 'Pham', 'Zelenskyy', 'Zelensky'],
];
const WHOLE = ['岸田文雄', 'Зеленский', 'Владимир Зеленский', 'Kishida Fumio', 'Pham Minh Chinh'];
const people = [
  ...[...SURNAMES, ...WHOLE].map(personOf),
  ...GIVEN.flatMap((given) => SURNAMES.map((surname) => personOf(`${given} ${surname}`))),
  ...SURNAMES.flatMap((surname) => GIVEN.map((given) => personOf(`${surname} ${given}`))),
];

test('nobody whose name is alike is overlooked, and few others are looked at', () => {
  const names = new AlikeNames(people);
  let looked = 0;
  const overlooked = people.flatMap((one) => {
    const found = names.of(partsOf(one));
    looked += found.size;
    return people
      .filter((other) => anyAlike(partsOf(one), partsOf(other)) && !found.has(other))
      .map((other) => `${one.names[0]} and ${other.names[0]}`);
  });
  expect(overlooked).toEqual([]);
  expect(looked).toBeLessThan(people.length ** 2 / 3);
});

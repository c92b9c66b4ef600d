import { expect, test } from 'vitest';
import { heldKeys } from '../../../../src/ingest/resolve/linkage/blocks/keys.ts';
import { compareUnits, MERGE, NEVER } from '../../../../src/ingest/resolve/linkage/compare.ts';
import { scoreOf } from '../../../../src/ingest/resolve/linkage/features.ts';
import { person, unit } from './units.ts';

const score = (a: Parameters<typeof compareUnits>[0], b: Parameters<typeof compareUnits>[0]) =>
  compareUnits(a, b).score;

test('the score is the sum of its reasons, each with both values and a sentence', () => {
  const { score: sum, reasons } = compareUnits(
    person('Olena Kravchuk', 'Minister of Defence', 'UA', '2024-02-01'),
    person('Olena Kravtchuk', 'Defence Minister', 'UA', '2024-06-01'),
  );
  expect(sum).toBe(scoreOf(reasons));
  expect(reasons.map(({ feature }) => feature)).toEqual([
    'prior',
    'surname',
    'given',
    'country',
    'office',
  ]);
  const surname = reasons.find(({ feature }) => feature === 'surname')!;
  expect([surname.left, surname.right]).toEqual(['kravchuk', 'kravtchuk']);
  expect(surname.sentence).toContain('“kravchuk”');
});

test('a common surname weighs little', () => {
  const weight = (name: string) =>
    compareUnits(
      person(`Ada ${name}`),
      person(`Ada ${name}`, null, null, null, 'two'),
    ).reasons.find(({ feature }) => feature === 'surname')!.weight;
  expect(weight('Singh')).toBeLessThan(weight('Lindqvist') - 4);
});

test.each([
  ['Ramon Cruz Jr.', 'Ramon Cruz Sr.'],
  ['George H. W. Barlow', 'George W. Barlow'],
  ['Yi Wang', 'Wang Wenbin'],
  ['Amina Diallo', 'Fatou Diallo'],
])('%s and %s are never one', (a, b) => {
  const office = ['President', 'FR', '2024-01-01'] as const;
  expect(score(person(a, ...office), person(b, ...office))).toBeLessThanOrEqual(NEVER);
});

test.each([
  ['Mohammed Haddad', 'Muhammad Haddad'],
  ['Ohno Haruki', 'Haruki Ohno'],
  ['Сергій Кравчук', 'Serhii Kravchuk'],
  ['Daniel P. Okafor', 'Dan Okafor'],
])('%s and %s of one office are one, and share a key', (a, b) => {
  const office = ['Foreign Minister', 'EG', '2024-01-01'] as const;
  const [one, other] = [person(a, ...office), person(b, ...office)];
  expect(score(one, other)).toBeGreaterThanOrEqual(MERGE);
  expect(heldKeys(one).some((key) => heldKeys(other).includes(key))).toBe(true);
});

test('ministries of two countries are two, whatever they are called', () => {
  const ministry = (name: string, country: string | null) =>
    unit('Organisation', name, { countries: country ? [country] : [], sort: 'ministry' });
  const greek = ministry('Ministry of Defence', 'GR');
  expect(score(greek, ministry('Chilean Ministry of Defense', 'CL'))).toBeLessThan(NEVER);
  expect(score(greek, ministry('Greek Ministry of Defense', 'GR'))).toBeGreaterThan(MERGE);
  expect(score(greek, ministry('Defence Ministry', null))).toBeLessThan(MERGE);
});

test('a designation is read by its grammar', () => {
  const system = (name: string) => unit('WeaponSystem', name);
  expect(score(system('AH-64'), system('AH-64E'))).toBeLessThan(NEVER);
  expect(score(system('AH-64E'), system('AH-64E Guardian'))).toBeGreaterThanOrEqual(MERGE);
  expect(score(system('Rafael'), system('Rafale'))).toBeLessThan(NEVER);
  expect(score(system('Agni-IV'), system('Agni-V'))).toBeLessThan(NEVER);
});

test.each([
  ['Corvid Mk1A', 'Corvid Mark 1A'],
  ['Agni-V', 'Agni-5'],
  ['SM-3 Block IIA', 'SM-3 Blk IIA'],
  ['Leopard 2A6', 'Leopard 2 A6'],
  ['Talon Shield', 'Talon Shield air defence system'],
])('%s and %s are two spellings of one system', (a, b) => {
  expect(score(unit('WeaponSystem', a), unit('WeaponSystem', b))).toBeGreaterThanOrEqual(MERGE);
});

test.each([
  ['M1A2', 'M1A2 SEPv3'],
  ['PAC-3', 'PAC-3 MSE'],
  ['Corvid Mk 1', 'Corvid Mk II'],
  ['Talon', 'Talon-NG'],
])('%s and %s are two versions', (a, b) => {
  expect(score(unit('WeaponSystem', a), unit('WeaponSystem', b))).toBeLessThan(NEVER);
});

test('what a lexicon tells apart is never one', () => {
  const known = (id: string) => ({ ...unit('WeaponSystem', 'Gripen E'), id, known: true });
  expect(score(known('weapon-system:a'), known('weapon-system:b'))).toBeLessThan(NEVER);
});

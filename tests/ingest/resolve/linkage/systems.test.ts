import { expect, test } from 'vitest';
import { heldKeys } from '../../../../src/ingest/resolve/linkage/blocks/keys.ts';
import { compareUnits, MERGE } from '../../../../src/ingest/resolve/linkage/compare.ts';
import { resolve } from '../../../../src/ingest/resolve/linkage/resolve.ts';
import { unit } from './units.ts';

const isOne = (a: string, b: string) => {
  const [one, other] = [unit('WeaponSystem', a), unit('WeaponSystem', b)];
  const isCompared = heldKeys(one).some((key) => heldKeys(other).includes(key));
  return isCompared && compareUnits(one, other).score >= MERGE;
};

test.each([
  ['HIMARS', 'High Mobility Artillery Rocket System'],
  ['Naval Strike Missile', 'Naval Strike Missile (NSM)'],
  ['SM-2 Block IIIC', 'Standard Missile-2 Block 3C'],
  ['S-300PMU-2', 'S-300 PMU2'],
  ['Su-30MKI', 'Su-30 MKI'],
  ['GBU-39/B', 'GBU-39 SDB'],
  ['F–16V', 'F-16 V'],
  ['Mk 48 Mod 7', 'MK-48 Mod. 7'],
  ['JAS-39E Gripen', 'Gripen E'],
  ['Patriot', 'Patriot (MIM-104)'],
  ['Patriot', 'Patriot surface-to-air missile system'],
  ['Boxer', 'Boxer armoured vehicle'],
  ['9K720 Iskander', 'Iskander'],
  ['AGNI-5', 'Agni-V'],
])('%s and %s are two ways to write one system', (a, b) => {
  expect(isOne(a, b)).toBe(true);
});

test.each([
  ['SM-6', 'Standard Missile-3'],
  ['SM-2 Block IIIB', 'Standard Missile-2 Block IIIC'],
  ['S-300', 'S-300 PMU-2'],
  ['Patriot', 'Patriot PAC-3'],
  ['Rafale', 'Rafale F4'],
  ['Chinook', 'CH-47F Chinook'],
  ['JAS 39 Gripen', 'Gripen E'],
  ['Mk 48', 'Mk 48 Mod 7'],
  ['F-35 Lot 15', 'F-35 Lot 17'],
  ['9K720 Iskander-M', 'Iskander'],
  ['Typhoon fighter', 'Typhoon-class submarine'],
  ['Advanced Jet Trainer', 'Advanced Light Helicopter'],
  ['Mogami-class frigate', 'New Mogami'],
])('%s and %s are two systems, or one of a family and the family', (a, b) => {
  expect(isOne(a, b)).toBe(false);
});

test('a company and a weapon of one name are two', () => {
  const units = [unit('Organisation', 'Quillon'), unit('WeaponSystem', 'Quillon')];
  const { entityOf } = resolve(units, []);
  expect(new Set(units.map(({ id }) => entityOf.get(id))).size).toBe(2);
});

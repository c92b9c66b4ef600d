import { expect, test } from 'vitest';
import { resolve } from '../../../../src/ingest/resolve/linkage/resolve.ts';
import type { Unit } from '../../../../src/ingest/resolve/linkage/unit.ts';
import { person } from './units.ts';

const entities = (units: readonly Unit[], judged: Parameters<typeof resolve>[1] = []) => {
  const { entityOf } = resolve(units, judged);
  return units.map(({ id }) => entityOf.get(id)!);
};

const FULL = person('Ines Kravchuk', 'President', 'UA', '2024-01-05');
const INITIAL = person('Ines M. Kravchuk', 'President', 'UA', '2024-03-05');
const LONE = person('Kravchuk', 'President', 'UA', '2024-02-01');
const HUSBAND = person('Taras Kravchuk', null, null, '2024-02-01');

test('a lone surname follows the one who holds its office', () => {
  const [full, initial, lone, husband] = entities([FULL, INITIAL, LONE, HUSBAND]);
  expect([initial, lone]).toEqual([full, full]);
  expect(husband).toBe(HUSBAND.id);
});

test('a lone surname without an office follows a sole holder, and nobody where there are two', () => {
  const bare = person('Kravchuk', null, null, '2024-02-01', 'bare');
  expect(entities([FULL, bare])[1]).toBe(FULL.id);
  const minister = person('Taras Kravchuk', 'Minister of Health', 'UA', '2024-01-20');
  expect(entities([FULL, minister, bare])[2]).toBe(bare.id);
  const later = person('Kravchuk', null, null, '2031-02-01', 'later');
  expect(entities([FULL, later])[1]).toBe(later.id);
});

test('a common surname alone is nobody', () => {
  const singh = person('Ajit Singh', 'Secretary', 'IN', '2024-01-05');
  const lone = person('Singh', null, null, '2024-01-06');
  expect(entities([singh, lone])[1]).toBe(lone.id);
});

test('one who may be either of two that are apart is neither', () => {
  const elder = person('Otto H. Barlow', 'President', 'SR', '1991-01-01');
  const younger = person('Otto W. Barlow', 'President', 'SR', '1993-01-01');
  const torn = person('Otto Barlow', 'President', 'SR', '1992-01-01');
  const { entityOf, candidates } = resolve([elder, younger, torn], []);
  expect(entityOf.get(torn.id)).toBe(torn.id);
  expect(candidates.map(({ left, right }) => [left, right].includes(torn.id))).toEqual([
    true,
    true,
  ]);
});

test('a common full name without an office follows the one who bears it in office', () => {
  const minister = person('Ajit Singh', 'Minister of Defence', 'IN', '2024-01-05');
  const bare = { ...person('Ajit Singh', null, null, '2024-02-01', 'bare'), local: true };
  const later = { ...person('Ajit Singh', null, null, '2041-02-01', 'later'), local: true };
  expect(entities([minister, bare, later])).toEqual([minister.id, minister.id, later.id]);
});

test('of many whom a lone name fits alike a few are shown for review', () => {
  const bearers = ['Anna', 'Boris', 'Clara', 'Dmitri', 'Elena', 'Fedor', 'Galina', 'Hryhorii'].map(
    (given) => person(`${given} Kravchuk`, 'Minister', 'UA', '2024-01-05'),
  );
  const { entityOf, candidates } = resolve([...bearers, LONE], []);
  expect(entityOf.get(LONE.id)).toBe(LONE.id);
  const shown = candidates.filter(({ left, right }) => [left, right].includes(LONE.id));
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.length).toBeLessThan(bearers.length);
});

test('what a person judged different is never one, whatever leads there', () => {
  const judged = [{ left: FULL.id, right: INITIAL.id, verdict: 'different' as const }];
  const [full, initial] = entities([FULL, INITIAL], judged);
  expect(full).not.toBe(initial);
  const through = person('Ines Kravchuk', 'President', 'UA', '2024-02-20', 'through');
  const all = entities([FULL, INITIAL, through], judged);
  expect(all[0]).not.toBe(all[1]);
});

test('what a person judged the same is one, and apart again without the judgement', () => {
  const same = [{ left: FULL.id, right: HUSBAND.id, verdict: 'same' as const }];
  const units = [FULL, HUSBAND, LONE];
  expect(new Set(entities(units, same)).size).toBe(1);
  expect(entities(units)).toEqual([FULL.id, HUSBAND.id, FULL.id]);
});

test('whoever was one with either of two judged the same stays, and only "different" parts them', () => {
  const minister = person('Taras Kravchuk', 'Minister of Health', 'UA', '2024-01-20');
  const spelt = person('Taras B. Kravchuk', 'Minister of Health', 'UA', '2024-01-21');
  const units = [FULL, INITIAL, LONE, minister, spelt];
  const [a, , , b] = entities(units);
  expect(entities(units)).toEqual([a, a, a, b, b]);
  expect(a).not.toBe(b);
  const same = { left: FULL.id, right: minister.id, verdict: 'same' as const };
  expect(new Set(entities(units, [same])).size).toBe(1);
  const apart = { left: spelt.id, right: FULL.id, verdict: 'different' as const };
  const [full, initial, lone, second, left] = entities(units, [same, apart]);
  expect([initial, lone, second]).toEqual([full, full, full]);
  expect(left).toBe(spelt.id);
});

test('lone names judged the same follow a full name together', () => {
  const bare = person('Kravchuk', null, null, '2031-02-01', 'bare');
  const same = { left: LONE.id, right: bare.id, verdict: 'same' as const };
  expect(entities([FULL, LONE, bare])).toEqual([FULL.id, FULL.id, bare.id]);
  expect(entities([FULL, LONE, bare], [same])).toEqual([FULL.id, FULL.id, FULL.id]);
});

test('the order of the units does not count', () => {
  const units = [
    ...['Kravchuk', 'Kravtchuk'].flatMap((surname) =>
      ['Ines', 'Ines M.', 'Taras', 'I.'].map((given) =>
        person(`${given} ${surname}`, 'President', 'UA', '2024-01-05'),
      ),
    ),
    LONE,
    HUSBAND,
  ];
  const sorted = [...resolve(units, []).entityOf].sort();
  for (let turn = 1; turn < units.length; turn++) {
    const turned = [...units.slice(turn), ...units.slice(0, turn)];
    expect([...resolve(turned, []).entityOf].sort()).toEqual(sorted);
  }
});

import { describe, expect, test } from 'vitest';
import type { Tally } from '../../src/evaluation/counts.ts';
import { scoreGraph } from '../../src/evaluation/score.ts';
import { readWritten } from '../../src/labels/annotated-text.ts';
import { dumpOf, readCases } from './cases.ts';

const cases = new Map(readCases().map((one) => [one.name, one]));

function scoreOf(name: string) {
  const { dump, labelled } = cases.get(name)!;
  return scoreGraph(dump, labelled);
}

/** `Kind: right/wrong/missed` */
const counts = (tally: Tally) =>
  Object.fromEntries(
    [...tally].map(([key, { right, wrong, missed }]) => [key, `${right}/${wrong}/${missed}`]),
  );

describe('what is labelled as optional', () => {
  const { entities, entitiesStrict, mentions, relationships } = scoreOf('optional').tallies;

  test('counts neither as found nor as missed', () => {
    expect(counts(entities)).toEqual({ Country: '2/0/0', Person: '1/0/0' });
    expect(counts(entitiesStrict)).toEqual(counts(entities));
    expect(counts(mentions)).toEqual(counts(entities));
  });

  test('excuses a relationship that nobody labelled', () => {
    expect(counts(relationships)).toEqual({ HOLDS_POSITION: '1/0/0' });
  });
});

test('other ends that are also right count once; the direction matters', () => {
  expect(counts(scoreOf('other-ends').tallies.relationships)).toEqual({
    OPERATES: '1/1/0',
    PART_OF: '1/0/0',
  });
});

test('a surname that two people share belongs to whoever stands there', () => {
  const { tallies, surnames } = scoreOf('surnames');
  expect(counts(tallies.entities)).toEqual({ Person: '2/2/2' });
  expect(surnames).toEqual({ right: 1, all: 1 });
});

describe('one to one', () => {
  const { tallies, duplicates } = scoreOf('one-to-one');

  test('a second node for one entity is a duplicate: wrong only when strict', () => {
    expect(duplicates).toBe(1);
    expect(counts(tallies.entities)).toMatchObject({ Country: '2/0/0', Place: '0/1/0' });
    expect(counts(tallies.entitiesStrict)).toMatchObject({ Country: '2/1/0' });
  });

  test('the better match takes the entity, whatever the order', () => {
    expect(counts(tallies.entities)).toMatchObject({ Agreement: '2/0/0' });
    expect(counts(tallies.attributes)).toMatchObject({ 'Agreement.kind': '1/1/1' });
  });
});

test('what has no name is found by its place', () => {
  const { tallies } = scoreOf('unnamed');
  expect(counts(tallies.entities)).toEqual({ ArmsSale: '1/0/0', Event: '1/0/0', Place: '1/0/0' });
  expect(counts(tallies.entitiesStrict)).toMatchObject({ ArmsSale: '1/0/0', Event: '0/1/1' });
  expect(counts(tallies.mentions)).toMatchObject({ Event: '0/1/2', ArmsSale: '1/0/1' });
});

describe('values', () => {
  test('agree at the exactness of the label, and with the words of a title', () => {
    expect(counts(scoreOf('values').tallies.attributes)).toEqual({
      'Country.iso2': '1/0/0',
      'Organisation.kind': '0/1/1',
      'WeaponSystem.designation': '1/0/0',
      'rel.from': '1/0/0',
      'rel.quantity': '1/1/1',
      'rel.title': '1/1/1',
    });
  });

  test('that are sums or stages are compared as labels name them', () => {
    expect(counts(scoreOf('unnamed').tallies.attributes)).toEqual({
      'ArmsSale.status': '1/0/0',
      'ArmsSale.valueUsd': '1/0/0',
      'Event.endsOn': '0/1/0',
      'Event.kind': '0/1/1',
      'Event.startsOn': '1/0/0',
      'rel.on': '1/0/0',
    });
  });

  test('and evidence make a relationship strictly right', () => {
    const { relationships, relationshipsStrict } = scoreOf('values').tallies;
    expect(counts(relationships)).toEqual({
      HOLDS_POSITION: '2/0/0',
      OPERATES: '1/0/0',
      PLANS_TO_ACQUIRE: '1/0/0',
    });
    expect(counts(relationshipsStrict)).toEqual({
      HOLDS_POSITION: '1/1/1',
      OPERATES: '0/1/1',
      PLANS_TO_ACQUIRE: '0/1/1',
    });
  });
});

describe('over all documents', () => {
  const { resolution } = scoreOf('across');

  test('a node that holds two people is mixed', () => {
    expect(resolution.mixed).toEqual([
      { node: 'person:rao', things: ['person:gita-rao', 'person:hari-rao'] },
    ]);
  });

  test('only what is one node of its own in every document is whole', () => {
    expect(resolution.clusters).toEqual({ all: 4, whole: 2 });
    expect(resolution.pairs).toEqual({ right: 1, wrong: 1, missed: 2 });
  });
});

describe('page furniture', () => {
  const [source] = readWritten(
    'furniture',
    '=== page - labels\n{p|Lena Moe} spoke. Also read: {p|Lena Moe} and {q|Max Noe}.\n@ p Person Lena Moe\n@ q Person Max Noe\n',
  );
  const { gold, raw } = source!;
  const furniture = { start: raw.indexOf('Also read'), end: raw.length };
  const [known, stranger] = gold.entities;
  const labels = {
    ...gold,
    boilerplate: [furniture],
    entities: [
      { ...known!, mentions: [known!.mentions[0]!, { ...known!.mentions[1]!, boilerplate: true }] },
    ],
  };

  test('need not be read, and may be for who is named elsewhere', () => {
    const whole = scoreGraph(dumpOf([{ ...source!, gold: { ...gold, entities: [known!] } }]), [
      { gold: labels, raw },
    ]);
    expect(counts(whole.tallies.mentions)).toEqual({ Person: '1/0/0' });
  });

  test('makes no entity', () => {
    const wrong = scoreGraph(
      dumpOf([{ ...source!, gold: { ...gold, entities: [known!, stranger!] } }]),
      [{ gold: labels, raw }],
    );
    expect(counts(wrong.tallies.entities)).toEqual({ Person: '1/1/0' });
  });
});

test('nothing found is all missed, and nothing more', () => {
  for (const { labelled } of cases.values()) {
    const { tallies } = scoreGraph({ nodes: [], mentions: [], relationships: [] }, labelled);
    const all = Object.values(tallies).flatMap((tally) => [...tally.values()]);
    expect(all.every(({ right, wrong }) => right === 0 && wrong === 0)).toBe(true);
  }
});

test('the labels themselves are all right', () => {
  for (const { labelled } of cases.values()) {
    const { tallies, resolution } = scoreGraph(dumpOf(labelled), labelled);
    const all = Object.values(tallies).flatMap((tally) => [...tally.values()]);
    expect(all.every(({ wrong, missed }) => wrong === 0 && missed === 0)).toBe(true);
    expect(resolution.clusters.whole).toBe(resolution.clusters.all);
  }
});

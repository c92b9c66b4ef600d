import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../../src/ingest/extract/mentions/mentions.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { readText } from '../../../../src/ingest/text/read.ts';
import type { EntityKind } from '../../../../src/model/kinds.ts';

const lexicon = readLexicon();
const namesOf = (raw: string, kind: EntityKind) =>
  findMentions(readText(raw), lexicon)
    .filter((mention) => mention.kind === kind)
    .map(({ text }) => text);

/** What the press writes around names, and what they were taken for. */
describe('people', () => {
  test.each([
    ['The defence minister of the Russian Federation Pavel Orlin spoke first.', ['Pavel Orlin']],
    ['"They sailed past Cocos Island," Senator Mary Dale said.', ['Mary Dale']],
    ['Senator Tom Reeves Labor spoke for the bill.', ['Tom Reeves']],
    ['The Prime Minister Chairs the committee on Monday.', []],
    ['President Bell Announces Key Nominees', ['Bell']],
    ['President Ann Bell Signs Order on Ships', ['Ann Bell']],
    ['President Bell Highlights Ships at Sea', ['Bell']],
    ['President Ann Bell Would Build Ships', ['Ann Bell']],
    ['Across President Ann Bell’s years, more ships were built.', ['Ann Bell']],
    ['Deputy Assistant Secretary for South and Pacific Affairs Ann Bell spoke.', ['Ann Bell']],
    ['President Ann Bell signed an Executive Order on ships.', ['Ann Bell']],
  ])('%s', (raw, names) => {
    const found = namesOf(raw, 'Person');
    for (const name of names) expect(found).toContain(name);
    expect(found.join(' ')).not.toMatch(
      /Federation|Island|Labor|Chairs|Order|Announces|Signs|Highlights|Would|Across|Affairs/,
    );
  });
});

describe('organisations', () => {
  test.each([
    ['Erik Dahl, a fellow at Nordby House, said so.', 'Nordby House'],
    [
      'Ida Moe, a director at the Council on Northern Relations, agreed.',
      'Council on Northern Relations',
    ],
    ['The Oslo-based airline Skyfjord said that it would fly.', 'Skyfjord'],
    ['He commands the 7th Mountain Brigade in the north.', '7th Mountain Brigade'],
    ['She joined Mine Warfare Squadron 14 last year.', 'Mine Warfare Squadron 14'],
    ['Lars Holm, President of The Fjord Group, denied it.', 'Fjord Group'],
    [
      'Karl Berg of the Northern Policy Institute wrote that it is so.',
      'Northern Policy Institute',
    ],
  ])('%s', (raw, name) => expect(namesOf(raw, 'Organisation')).toContain(name));
});

describe('places', () => {
  test('bodies, acronyms, days and waters of a country are none', () => {
    expect(namesOf('He worked at Nordby Research Institute and in VC.', 'Place')).toEqual([]);
    expect(namesOf('They met in Narvik Friday.', 'Place')).toEqual(['Narvik']);
    expect(namesOf('Ships crossed the South China Sea and the Gulf of Mexico.', 'Country')).toEqual(
      [],
    );
  });

  test('a base has its own name behind it, and belongs to nobody', () => {
    expect(namesOf('Jets left RAAF Base Tindal on Monday.', 'Place')).toContain('RAAF Base Tindal');
    expect(namesOf("They bombed Yemen's Salif Port on Monday.", 'Place')).toContain('Salif Port');
  });
});

describe('events', () => {
  test.each([
    'A carrier strike group left port.',
    'He called on world leaders to act.',
    'The fleet does not meet the requirements.',
    'Air travel is safe.',
    'As Hale spoke, the lights went out.',
    'They will attack if they must.',
    'A test pilot flew it.',
  ])('"%s" tells none', (raw) => expect(namesOf(raw, 'Event')).toEqual([]));

  test.each([
    ['Norwegian airstrikes hit the camp.', 'airstrikes'],
    ['Hale spoke with Berg on Monday.', 'spoke'],
    ['Berg called on the prime minister to convey her thanks.', 'called on'],
    ['The ministers will meet in Oslo.', 'meet'],
  ])('"%s" tells one', (raw, name) => expect(namesOf(raw, 'Event')).toContain(name));
});

test('in capitals only known names are told', () => {
  const raw = 'NORWAY AND SWEDEN WILL TURN ITS BACK ON THE SORT OF DEFENCE FORCE THAT WE HAVE';
  expect(namesOf(raw, 'Country')).toEqual(['NORWAY', 'SWEDEN']);
  for (const kind of ['Person', 'WeaponSystem', 'Agreement'] as const)
    expect(namesOf(raw, kind)).toEqual([]);
});

test('an exercise is no part of a person’s name', () => {
  const raw = 'The Serbian minister, Milan Jovic, met General Otto Lang at Exercise Milan.';
  expect(namesOf(raw, 'Person')).toContain('Milan Jovic');
  expect(namesOf(raw, 'Event').filter((name) => /Milan/.test(name))).toEqual(['Exercise Milan']);
});

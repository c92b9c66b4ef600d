import { expect, test } from 'vitest';
import { nameKey } from '../../../src/ingest/lexicon/name-key.ts';
import { isGeneric, personKey, titleKey } from '../../../src/ingest/resolve/names.ts';
import { fingerprintOf, sameStory } from '../../../src/ingest/resolve/reprints.ts';

test('spellings that differ by habit are one name', () => {
  expect(nameKey('The U.S. Department of Defense')).toBe(nameKey('US Department of Defence'));
  expect(nameKey('Lockheed Martin Corp.')).toBe(nameKey('Lockheed Martin'));
  expect(nameKey('Rafael')).not.toBe(nameKey('Rafale'));
});

test('initials, suffixes and other given names make another person of the first layer', () => {
  expect(personKey('Daniel P. Driscoll')).toBe(personKey('Daniel P Driscoll'));
  expect(personKey('Daniel P. Driscoll')).not.toBe(personKey('Daniel Driscoll'));
  expect(personKey('Ramon Cruz Jr.')).not.toBe(personKey('Ramon Cruz Sr.'));
  expect(personKey('Rajesh Kumar Singh')).not.toBe(personKey('Rajnath Singh'));
  expect(personKey('S. Jaishankar')).toBe('s jaishankar');
  expect(personKey('Recep Tayyip Erdoğan')).toBe(personKey('Recep Tayyip Erdogan'));
});

test('an office is the same with and without its country', () => {
  expect(titleKey('Indian Defence Minister')).toBe(
    titleKey('Defense Minister of India'.replace(' of India', '')),
  );
});

test('some names say nothing without a country', () => {
  expect([
    isGeneric('Army'),
    isGeneric('Ministry of Defence'),
    isGeneric('Indian Army'),
    isGeneric('Madras Regiment'),
  ]).toEqual([true, true, false, false]);
  for (const name of ['Department of Justice', 'Ministry of Industry and Trade', 'the Coalition'])
    expect(isGeneric(name), name).toBe(true);
  for (const name of ['Asia Group', 'Defence Acquisition Council', 'International Energy Agency'])
    expect(isGeneric(name), name).toBe(false);
});

const STORY =
  'Australia plans to buy eleven frigates from Japan and the minister announced the decision in Canberra on Tuesday after a meeting of the cabinet, while Germany had offered another ship made by one of its yards, which officials said came a close second in the long contest that began two years ago.';

test('a reprint is the same story, another report is not', () => {
  const print = (text: string) => fingerprintOf(text)!.signature;
  expect(sameStory(print(STORY), print(`${STORY} An agency reported this.`))).toBe(true);
  expect(sameStory(print(STORY), print(STORY.split(' ').reverse().join(' ')))).toBe(false);
  expect(fingerprintOf('too short')).toBeNull();
});

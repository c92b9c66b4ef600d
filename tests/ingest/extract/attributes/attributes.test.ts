import { expect, test } from 'vitest';
import { findAttributes } from '../../../../src/ingest/extract/attributes/attributes.ts';
import { relationshipProperties } from '../../../../src/ingest/extract/attributes/relationship.ts';
import { type Document, readDocument } from '../../../../src/ingest/extract/document.ts';
import type { Entity } from '../../../../src/ingest/extract/vocabulary.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { documentOf, entityOf, mentionIn, plainText } from '../plain-text.ts';

const told = (
  words: readonly string[],
  entities: (text: ReturnType<typeof plainText>) => Entity[],
) => {
  const text = plainText(...words);
  const document = documentOf(text, entities(text), '2024-06-10');
  return findAttributes(document, document.entities, []).map(({ property, value, beside }) => ({
    [property]: value,
    ...beside,
  }));
};

test('an agreement: for how many years, and when it was signed', () => {
  const found = told(
    ['The ten-year Fjord Treaty, signed on 3 May 2024, covers radars.'],
    (text) => [
      entityOf('Fjord Treaty', [mentionIn(text, 'Agreement', 'Fjord Treaty', { named: true })]),
    ],
  );
  expect(found).toEqual([{ durationYears: '10' }, { signedOn: '2024-05-03' }]);
});

test('an event: its days and, of an exercise, how many took part', () => {
  const found = told(
    ['Exercise Cold Fjord ran from 3 to 14 May 2024 with 4,500 troops.'],
    (text) => [
      entityOf('Exercise Cold Fjord', [mentionIn(text, 'Event', 'Exercise Cold Fjord')], {
        properties: { kind: 'exercise' },
      }),
    ],
  );
  expect(found).toContainEqual({ startsOn: '2024-05-03' });
  expect(found).toContainEqual({ endsOn: '2024-05-14' });
  expect(found).toContainEqual({ personnel: '4500' });
});

test('a sale: its sum with the currency, how far it is, and when', () => {
  const found = told(['A contract worth €24 million was signed on 3 May 2024.'], (text) => [
    entityOf('contract', [mentionIn(text, 'ArmsSale', 'contract')]),
  ]);
  expect(found).toEqual([
    { value: '24000000', currency: 'EUR', valueText: '€24 million' },
    { stage: 'contracted' },
    { contractedOn: '2024-05-03' },
  ]);
});

test('of two sales in one sentence each has the sum that stands nearest', () => {
  const found = told(['A deal for €24 million came before an order of $9 million.'], (text) => [
    entityOf('deal', [mentionIn(text, 'ArmsSale', 'deal')]),
    entityOf('order', [mentionIn(text, 'ArmsSale', 'order')]),
  ]);
  expect(found.flatMap(({ value }) => value ?? [])).toEqual(['24000000', '9000000']);
});

/** What is told of the office that one of two entities of a text holds at the other. */
function officeTold(raw: string, endsOf: (document: Document) => readonly [Entity, Entity]) {
  const document = readDocument('d', raw, '2024-06-10', readLexicon());
  const [subject, object] = endsOf(document);
  return relationshipProperties(document)({
    type: 'HOLDS_POSITION',
    ...{ subject, object, confidence: 0.9, modality: 'asserted' },
    ...{ subjectMention: subject.mentions[0]!, objectMention: object.mentions[0]! },
  });
}

const ofKind = ({ entities }: Document, kind: Entity['kind']) =>
  entities.find((one) => one.kind === kind)!;

test.each([
  ['Security Advisor Dr. Ann Bell of Norway spoke.', 'Security Advisor'],
  ['Under President Ann Bell of Norway, ships were built.', 'President'],
  ['Under Secretary Ann Bell of Norway spoke.', 'Under Secretary'],
  ['The outgoing Norwegian President Ann Bell spoke.', 'President'],
  ['His Majesty King Ole Bell of Norway spoke.', 'King'],
  ['Norway sent Ann Bell, chairwoman and wife of the mayor.', 'chairwoman'],
])('an office has no form of address, preposition, state or family: %s', (raw, office) => {
  expect(
    officeTold(raw, (document) => [ofKind(document, 'Person'), ofKind(document, 'Country')]),
  ).toEqual({
    title: office,
  });
});

test.each([
  ['Sen. Ann Bell of Norway spoke.', 'Senator'],
  ['Senator Ann Bell spoke. Norway sent Ann Bell, the minister for trade.', 'minister for trade'],
  ['Norway’s Supreme Leader, Ayatollah Ann Bell, spoke.', 'Supreme Leader'],
  [
    '“It flies,” said Ann Bell, CEO & Managing Director, Norway Gliders.',
    'CEO & Managing Director',
  ],
  ['Norway jailed Mr Ann Bell, on charges against a former minister.', undefined],
])('an office outweighs a seat and a rank, and is told whole: %s', (raw, office) => {
  expect(
    officeTold(raw, (document) => [ofKind(document, 'Person'), ofKind(document, 'Country')]).title,
  ).toBe(office);
});

test.each([
  ['Ann Bell, a former Norwegian analyst and senior fellow at Saab, spoke.', 'senior fellow'],
  ['Ann Bell, president and CEO of Saab, spoke.', 'president and CEO'],
  ['Ann Bell, Vice President, Naval Sales, Saab, spoke.', 'Vice President, Naval Sales'],
  ['Ann Bell, director, Plans and Trade at Saab, spoke.', 'director, Plans and Trade'],
  ['Hindustan Aeronautics Limited (HAL) praised Ann Bell, CMD-HAL.', 'CMD'],
  ['Ann Bell, flight engineer from Saab, spoke.', 'flight engineer'],
])('an office at a body is the one at that body, with its field: %s', (raw, office) => {
  expect(
    officeTold(raw, (document) => [ofKind(document, 'Person'), ofKind(document, 'Organisation')])
      .title,
  ).toBe(office);
});

test.each([
  ['Ann Bell, Norwegian trade minister and adviser to the king, spoke.', 'trade minister'],
  ['MEDIA RELEASE Senator the Hon. Ann Bell. Norway built ships.', 'Senator'],
  [
    'Ann Holm said that Norway votes. Holm, a junior senator for Bergen, spoke.',
    'junior senator for Bergen',
  ],
])('an office of a state is told alone: %s', (raw, office) => {
  expect(
    officeTold(raw, (document) => [ofKind(document, 'Person'), ofKind(document, 'Country')]).title,
  ).toBe(office);
});

test('the next person of a list is no part of an office', () => {
  const raw = 'Ms Ann Bell, CMD, Saab, Mr Ole Lind, CEO, Kongsberg, came.';
  const called = ({ entities }: Document, name: string) =>
    entities.find((one) => one.name === name)!;
  expect(
    officeTold(raw, (document) => [called(document, 'Ann Bell'), called(document, 'Saab')]),
  ).toEqual({ title: 'CMD' });
});

test('an event whose name has a year is of that year', () => {
  const found = told(['Norway took part in Exercise Cold Fjord 2024.'], (text) => [
    entityOf('Exercise Cold Fjord 2024', [mentionIn(text, 'Event', 'Exercise Cold Fjord 2024')]),
  ]);
  expect(found).toContainEqual({ startsOn: '2024' });
});

import { describe, expect, test } from 'vitest';
import { findAttributes } from '../../../../src/ingest/extract/attributes/attributes.ts';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import type { EntityKind } from '../../../../src/model/kinds.ts';

const LEXICON = readLexicon();
const read = (raw: string) => readDocument('d', raw, '2025-11-14', LEXICON);

/** The kind of the first agreement, or event, of a text. */
const kindOf = (raw: string, kind: EntityKind) =>
  read(raw).entities.find((one) => one.kind === kind)?.properties.kind;

describe('kinds of agreement', () => {
  test.each([
    ['Both sides signed a letter of intent.', 'mou'],
    ['They adopted the Riga Declaration.', 'joint_statement'],
    ['Peru and Chile signed an offset agreement.', 'contract'],
    ['They renewed a Memorandum of Arrangement on Hydrography.', 'other'],
    ['They renewed a Memorandum of Understanding on Hydrography.', 'mou'],
    ['The Roadmap for Industrial Growth was published.', 'other'],
  ])('%s', (raw, kind) => expect(kindOf(raw, 'Agreement')).toBe(kind));
});

describe('the name of an agreement ends before the date of its signing', () => {
  test.each([
    ['They signed the Volga Defence Accord on 7 May 2024 in Oslo.', 'Volga Defence Accord'],
    ['They signed the Volga Defence Accord on the 7th of May.', 'Volga Defence Accord'],
    [
      'They signed the Baltic Treaty on Border Rivers on 7 May 2024.',
      'Baltic Treaty on Border Rivers',
    ],
    ['They signed the Riga Protocol on 5G Networks.', 'Riga Protocol on 5G Networks'],
  ])('%s', (raw, name) => {
    const names = read(raw).entities.filter(({ kind }) => kind === 'Agreement');
    expect(names.map((one) => one.name)).toEqual([name]);
  });
});

describe('an agreement that a text calls "the Agreement"', () => {
  const clustersOf = (raw: string) =>
    read(raw)
      .entities.filter(({ kind }) => kind === 'Agreement')
      .map(({ name, mentions }) => [name, mentions.length]);

  test('is the one whose name begins so, whatever is named between', () => {
    const raw =
      'Chile offered an Agreement on Fish, Timber, and Grain Trade. It recalls the Lima Ports Treaty. The Agreement has no term.';
    expect(clustersOf(raw)).toEqual([
      ['Agreement on Fish, Timber, and Grain Trade', 2],
      ['Lima Ports Treaty', 1],
    ]);
    expect(kindOf(raw, 'Agreement')).toBe('trade_deal');
  });

  test('is the one behind which it stands in brackets', () => {
    const raw =
      'Chile signed the Lima Ports Treaty (the “Treaty”). It recalls the Andes Water Pact. The Treaty has no term.';
    expect(clustersOf(raw)).toContainEqual(['Lima Ports Treaty', 3]);
  });
});

describe('events that words introduce', () => {
  const countOf = (raw: string) => read(raw).entities.filter(({ kind }) => kind === 'Event').length;

  test.each([
    ['The union held a seminar. The event was short.', 1],
    ['The union held an event. The seminar was short.', 1],
    ['The union held a seminar. Later the union held a seminar.', 2],
    ['Chile praised a meeting with Peru in Lima. He left a meeting with Cuba in Quito.', 2],
    ['Chile praised a meeting with Peru in Lima. The meeting was short.', 1],
  ])('%s', (raw, count) => expect(countOf(raw)).toBe(count));
});

describe('kinds of event', () => {
  test.each([
    ['The war goes on.', 'operation'],
    ['The opening ceremony of the Nordic Winter Games was short.', 'other'],
    ['The union held a seminar.', 'dialogue'],
    ['He paid a courtesy call on the president.', 'meeting'],
    ['A border clash followed.', 'operation'],
    ['The two-plus-two talks took place.', 'dialogue'],
  ])('%s', (raw, kind) => expect(kindOf(raw, 'Event')).toBe(kind));
});

/** Values of one property of the first entity of a kind. */
function valuesOf(raw: string, kind: EntityKind, property: string): string[] {
  const document = read(raw);
  const entity = document.entities.find((one) => one.kind === kind)!;
  return findAttributes(document, [entity], [])
    .filter((fact) => fact.property === property)
    .map(({ value }) => value);
}

describe('when something was', () => {
  test.each([
    ['TALLINN, Nov 12 (Baltic Wire) - The two ministers met in Riga.', 'Event', 'startsOn', []],
    ['Tallinn, Nov 12: The two ministers met in Riga.', 'Event', 'startsOn', []],
    ['On Nov 12 - a Wednesday - the two ministers met.', 'Event', 'startsOn', ['2025-11-12']],
    [
      'RIGA, Nov 13 (Baltic Wire) -- The two ministers met on Monday.',
      'Event',
      'startsOn',
      ['2025-11-10'],
    ],
    [
      'The meeting took place in Riga on 3 October, and a fair opened on 7 October.',
      'Event',
      'startsOn',
      ['2025-10-03'],
    ],
    ['On Friday the two navies ended the exercise.', 'Event', 'startsOn', []],
    ['The ships visited Riga, which is to host a fair on 20 December.', 'Event', 'startsOn', []],
    ['It replaces the Fisheries Treaty of 1998.', 'Agreement', 'signedOn', ['1998']],
    ['They put their names to the treaty on 4 November.', 'Agreement', 'signedOn', ['2025-11-04']],
    ['Chile entered into a treaty with Peru in May 2024.', 'Agreement', 'signedOn', ['2024-05']],
    ['The treaty entered into force in May 2024.', 'Agreement', 'signedOn', []],
  ] as const)('%s', (raw, kind, property, values) =>
    expect(valuesOf(raw, kind, property)).toEqual(values),
  );
});

test('a deal that was bought, inked or torn up has its stage', () => {
  expect(valuesOf('Chile inks a deal.', 'ArmsSale', 'stage')).toEqual(['contracted']);
  expect(valuesOf('The deal was torn up.', 'ArmsSale', 'stage')).toEqual(['cancelled']);
});

test.each([
  ['The deal was blocked by parliament.', ['cancelled']],
  ['Lawmakers vetoed the contract.', ['cancelled']],
  ['Chile rejected the deal.', ['cancelled']],
  ['Chile rejected reports that it had signed the deal.', ['contracted']],
])('a deal that was stopped is not approved: %s', (raw, stage) =>
  expect(valuesOf(raw, 'ArmsSale', 'stage')).toEqual(stage),
);

test('the sum in the words for a contract comes before one that was paid on it', () => {
  const document = read(
    'Saab was awarded a $90,000,000 contract for radars. Under the contract $20,000,000 was paid.',
  );
  const sale = document.entities.find(({ kind }) => kind === 'ArmsSale')!;
  const values = findAttributes(document, [sale], []).filter(
    ({ property }) => property === 'value',
  );
  expect([...values].sort((a, b) => b.confidence - a.confidence)[0]!.value).toBe('90000000');
});

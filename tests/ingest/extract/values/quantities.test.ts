import { expect, test } from 'vitest';
import { relationshipProperties } from '../../../../src/ingest/extract/attributes/relationship.ts';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { quantityBeside } from '../../../../src/ingest/extract/values/quantities.ts';
import type { RelationMention } from '../../../../src/ingest/extract/vocabulary.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** How many of the first weapon system of a text the first country operates. */
function quantityIn(raw: string): unknown {
  const document = readDocument('d', raw, null, LEXICON);
  const subject = document.entities.find(({ kind }) => kind === 'Country')!;
  const object = document.entities.find(({ kind }) => kind === 'WeaponSystem')!;
  const [subjectMention, objectMention] = [subject.mentions[0]!, object.mentions[0]!];
  const fact: RelationMention = {
    type: 'OPERATES',
    subject,
    object,
    subjectMention,
    objectMention,
    confidence: 1,
    modality: 'asserted',
  };
  return relationshipProperties(document)(fact).quantity;
}

test.each([
  ['Oman ordered 14 Eurofighter Typhoon jets.', 14],
  ['Oman ordered a dozen Eurofighter Typhoon jets.', 12],
  ['Oman signed a Rs 70 billion contract for Eurofighter Typhoon jets.', undefined],
  ['Oman paid USD 70 for Eurofighter Typhoon jets.', undefined],
  ['On 9 June Oman ordered Eurofighter Typhoon jets.', undefined],
  ['On June 9 Oman ordered Eurofighter Typhoon jets.', undefined],
  ['In 3 years Oman will operate Eurofighter Typhoon jets.', undefined],
  ['Within two years Oman got Eurofighter Typhoon jets.', undefined],
])('sums, dates and terms count no weapons: %s', (raw, quantity) =>
  expect(quantityIn(raw)).toBe(quantity),
);

test.each([
  ['ordered seventeen ', 17],
  ['ordered nineteen new ', 19],
  ['bought ninety ', 90],
  ['sixty-four ', 64],
  ['two dozen ', 24],
  ['half a dozen ', 6],
  ['one hundred and twenty ', 120],
  ['two hundred fifty ', 250],
  ['twelve thousand five hundred ', 12_500],
  ['some 40 ', 40],
  ['100-plus ', 100],
  ['more than 2,030 ', 2_030],
  ['20 Block 70 ', 20],
  ['20 two-seat ', 20],
  ['purchase 24 U.S. ', 24],
  ['two batches of 12 ', 12],
  ['30 to 40 ', null],
  ['between 30 and 40 ', null],
  ['two or three ', null],
  ['several dozen ', null],
  ['several hundred ', null],
  ['of Block 70 ', null],
  ['a 155 mm ', null],
  ['20 percent of the ', null],
  ['on 12 March ', null],
  ['by Sept 9 ', null],
  ['in 2024 ', null],
  ['24/7 ', null],
  ['3.5 ', null],
  ['an estimated $600 mln for ', null],
  ['NIS 600 million ', null],
  ['paid HK$70 for ', null],
  ['No. 5 ', null],
  ['Resolution 2231 ', null],
])('how many, or no number: %j', (before, quantity) =>
  expect(quantityBeside(before, '')).toBe(quantity),
);

test.each([
  ['USD1.3 billion', false],
  ['EUR600mln', false],
  ['RM5 billion', false],
  ['the FY25 budget', false],
  ['the HR1234 bill', false],
  ['the I-95 road', false],
  ['flight MH17', false],
  ['the G20', false],
  ['COVID-19', false],
  ['the F-16C', true],
  ['the MH-60R', true],
  ['the SR-71', true],
])('sums, years, bills, roads and flights are no weapons: %s', (words, weapon) =>
  expect(
    readDocument('d', `Oman told of ${words} on Monday.`, null, LEXICON).entities.some(
      ({ kind }) => kind === 'WeaponSystem',
    ),
  ).toBe(weapon),
);

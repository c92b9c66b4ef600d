import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { modalityOfFact } from '../../../../src/ingest/extract/factuality/evidence.ts';
import { modalityOf } from '../../../../src/ingest/extract/factuality/modality.ts';
import { plannedSignings } from '../../../../src/ingest/extract/relations/phrases/phrases.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import type { RelationshipType } from '../../../../src/model/relationships.ts';

describe('what was not done is not asserted', () => {
  test.each([
    ['SIGNED', 'Estonia refused to sign the accord', 'denied'],
    ['SIGNED', 'Estonia declined to sign the accord', 'denied'],
    ['SIGNED', 'Estonia failed to ratify the accord', 'denied'],
    ['SIGNED', 'Estonia never signed the accord', 'denied'],
    ['SIGNED', 'neither Estonia nor Latvia signed the accord', 'denied'],
    ['SIGNED', 'Estonia could have signed the accord', 'denied'],
    ['PARTY_TO', 'Estonia would have signed the accord', 'denied'],
    ['PARTY_TO', 'Estonia may sign the accord', 'planned'],
    ['SIGNED', 'Estonia might soon sign the accord', 'planned'],
    ['SIGNED', 'Estonia signed the accord in May', 'asserted'],
    ['OPERATES', 'Peru no longer operates the frigate', 'denied'],
    ['OPERATES', 'Peru never operated the frigate', 'denied'],
    ['PARTICIPATED_IN', 'the minister will not attend the fair', 'denied'],
    ['PARTICIPATED_IN', 'the talks with Peru were abruptly called off', 'denied'],
    [
      'PARTICIPATED_IN',
      'the meeting between Peruvian minister Ana Ruiz and Chilean minister Eva Soto was cancelled',
      'denied',
    ],
    ['PARTICIPATED_IN', 'at the meeting he said the contract was cancelled', 'asserted'],
    ['APPROVED_SALE', 'Congress blocked the sale of frigates', 'denied'],
    ['APPROVED_SALE', 'Congress blocked a resolution against the sale', 'asserted'],
    ['HELD_IN', 'the summit in Lima was cancelled', 'denied'],
    ['PARTICIPATED_IN', 'he cancelled his planned visit to Lima', 'denied'],
    ['PARTICIPATED_IN', 'met in Lima, having refused to sign the accord', 'asserted'],
  ] as const)('%s: %s is %s', (type, words, modality) =>
    expect(modalityOf(type, words)).toBe(modality),
  );
});

const LEXICON = readLexicon();

/** The relationship of a country, by its place in the text, and the first agreement. */
function factOf(raw: string, name: string, type: RelationshipType) {
  const { text, entities } = readDocument('d', raw, null, LEXICON);
  const subject = entities.find((one) => one.name === name)!;
  const object = entities.find(({ kind }) => kind === 'Agreement')!;
  const [subjectMention, objectMention] = [subject.mentions[0]!, object.mentions[0]!];
  return {
    text,
    fact: {
      type,
      subject,
      object,
      subjectMention,
      objectMention,
      confidence: 1,
      modality: 'asserted' as const,
    },
  };
}

test.each([
  ['Norway signed the Riga Accord, but Sweden refused to sign it.', 'asserted'],
  ['Norway signed the Riga Accord after Sweden declined to sign it.', 'asserted'],
  ['After Sweden refused to sign, Norway signed the Riga Accord.', 'asserted'],
  ['Norway signed the Riga Accord and Sweden never signed it.', 'asserted'],
  ['Norway never signed the Riga Accord, and Sweden left.', 'denied'],
  ['The Riga Accord, which Norway refused to sign, lapsed.', 'denied'],
])('the refusal of another is not one of Norway: %s', (raw, modality) => {
  const { text, fact } = factOf(raw, 'Norway', 'SIGNED');
  expect(modalityOfFact(text, fact)).toBe(modality);
});

test('a signing that fell through is not planned', () => {
  const planned = (raw: string) => {
    const { text, fact } = factOf(raw, 'Norway', 'PARTY_TO');
    return plannedSignings(text, [fact]).map(({ modality }) => modality);
  };
  expect(planned('Norway would have signed the Riga Accord.')).toEqual([]);
  expect(planned('Norway will sign the Riga Accord.')).toEqual(['planned']);
});

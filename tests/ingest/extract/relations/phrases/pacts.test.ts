import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import {
  pacts,
  withoutFalseParties,
} from '../../../../../src/ingest/extract/relations/phrases/pacts.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';
import { namesIn } from '../names-in.ts';

const LEXICON = readLexicon();
const told = (raw: string) =>
  pacts(namesIn(raw), []).map(
    ({ type, subject, modality }) =>
      `${subject.name} ${type}${modality === 'asserted' ? '' : ` (${modality})`}`,
  );

test.each([
  [
    'Norway and Chile signed a landmark defence agreement.',
    ['Chile PARTY_TO', 'Chile SIGNED', 'Norway PARTY_TO', 'Norway SIGNED'],
  ],
  ['They praised the agreement between Chile and Peru.', ['Chile PARTY_TO', 'Peru PARTY_TO']],
  ['They praised the agreement with Peru.', ['Peru PARTY_TO']],
  [
    'They praised the signing of an agreement between Chile and Peru.',
    ['Chile PARTY_TO', 'Chile SIGNED', 'Peru PARTY_TO', 'Peru SIGNED'],
  ],
  ['The agreement was signed by Norway.', ['Norway PARTY_TO', 'Norway SIGNED']],
  ['Norway concluded an agreement.', ['Norway PARTY_TO']],
  ['The agreement was signed by Norwegian Defence Minister Jens Holm.', []],
  ['Norway called for an agreement.', []],
])('%s', (raw, said) => {
  expect(told(raw).sort()).toEqual(said);
});

/** The states of a text as parties or signatories of its agreement, without the false ones. */
function left(raw: string, type: 'PARTY_TO' | 'SIGNED'): string[] {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  const agreement = entities.find(({ kind }) => kind === 'Agreement')!;
  const facts = entities
    .filter(({ kind }) => kind === 'Country')
    .map((subject) => ({
      type,
      subject,
      object: agreement,
      subjectMention: subject.mentions[0]!,
      objectMention: agreement.mentions[0]!,
      confidence: 0.9,
      modality: 'asserted' as const,
    }));
  const sound = withoutFalseParties(text, facts);
  return sound.map(({ subject }) => subject.name).sort();
}

test.each([
  [
    'A memorandum of understanding was signed between Chile and two Norwegian universities.',
    ['Chile'],
  ],
  [
    "A memorandum of understanding with Norway's largest power company was signed by Chile.",
    ['Chile'],
  ],
  ['A memorandum of understanding was signed between Chile and Norway.', ['Chile', 'Norway']],
])('%s: what companies sign is not their states’', (raw, parties) => {
  expect(left(raw, 'PARTY_TO')).toEqual(parties);
});

test.each([
  ['Chile and Norway agreed to a defence agreement.', []],
  ['Chile and Norway signed a defence agreement.', ['Chile', 'Norway']],
])('%s: signed is what somebody signs', (raw, signatories) => {
  expect(left(raw, 'SIGNED')).toEqual(signatories);
});

import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { pacts } from '../../../../src/ingest/extract/relations/pacts.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const told = (raw: string) => {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return pacts(text, entities, []).map(
    ({ type, subject, modality }) =>
      `${subject.name} ${type}${modality === 'asserted' ? '' : ` (${modality})`}`,
  );
};

test.each([
  [
    'Norway and Chile signed a landmark defence agreement.',
    ['Chile PARTY_TO', 'Chile SIGNED', 'Norway PARTY_TO', 'Norway SIGNED'],
  ],
  ['They praised the agreement between Chile and Peru.', ['Chile PARTY_TO', 'Peru PARTY_TO']],
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

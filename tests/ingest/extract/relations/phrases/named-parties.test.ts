import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import { namedParties } from '../../../../../src/ingest/extract/relations/phrases/named-parties.ts';
import { Names } from '../../../../../src/ingest/extract/relations/phrases/names.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const told = (raw: string) => {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return namedParties(new Names(text, entities), []).map(({ subject }) => subject.name);
};

test.each([
  ['They praised the Norway-Chile Strategic Partnership Agreement.', ['Chile', 'Norway']],
  ['They praised the Norwegian Climate Agreement.', []],
  ['Norway-Chile talks were about the Paris Agreement.', []],
])('%s', (raw, parties) => {
  expect(told(raw).sort()).toEqual(parties);
});

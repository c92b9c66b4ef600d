import { expect, test } from 'vitest';
import { entityName } from '../../../../src/ingest/extract/coreference/canonical-name.ts';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const idsOf = (raw: string) =>
  readDocument('d', raw, null, LEXICON)
    .entities.filter(({ kind }) => kind === 'WeaponSystem')
    .map((entity) => entityName(entity).lexiconId);

test('a variant is not its family, also where the lexicon lists both as one', () => {
  expect(idsOf('Chile flies the F-16.')).toEqual([expect.stringContaining('f-16')]);
  expect(idsOf('Chile flies the F-16 Block 70.')).toEqual([null]);
  // "II" is a part of the name that the lexicon has for the F-35.
  expect(idsOf('Chile asked for the F-35.')).toEqual(['f-35-lightning-ii']);
});

test('a class built for another navy is a thing of its own', () => {
  expect(idsOf('India has six Kalvari-class boats and Chile two Scorpene submarines.')).toEqual([
    'kalvari-class-submarine',
    'scorpene-class-submarine',
  ]);
});

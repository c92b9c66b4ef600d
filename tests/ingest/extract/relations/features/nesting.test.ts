import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import { namesWithin } from '../../../../../src/ingest/extract/relations/features/nesting.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';

test('a country stands in the name of its navy, and in no other name', () => {
  const raw = 'The Indian Navy sent a ship to Oman.';
  const { entities } = readDocument('d', raw, null, readLexicon());
  const named = (kind: string, name: string) =>
    entities.find((one) => one.kind === kind && one.name === name)!;
  const within = namesWithin(entities);
  expect(within.get(named('Country', 'India'))).toEqual(
    new Set([named('Organisation', 'Indian Navy')]),
  );
  expect(within.get(named('Country', 'Oman'))).toBeUndefined();
});

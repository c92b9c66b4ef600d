import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { featurise } from '../../../../src/ingest/extract/relations/featurise.ts';
import { competingScores } from '../../../../src/ingest/extract/relations/rivals.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

test('a pair is compared with those of its type at either end, and with other types between both', () => {
  const raw = 'Japan and India signed an agreement. France operates the Rafale.';
  const prepared = featurise(readDocument('d', raw, null, readLexicon()));
  const scores = prepared.pairs.map((_, at) => at);
  const rivals = competingScores(prepared, scores);
  const told = (same: (one: (typeof prepared.pairs)[number]) => boolean) =>
    prepared.pairs.flatMap((one, at) => (same(one) ? at : [])).reverse();
  expect(prepared.pairs.length).toBeGreaterThan(4);
  for (const [at, { type, subject, object }] of prepared.pairs.entries())
    expect(rivals[at]).toEqual({
      ofFrom: told((one) => one.type === type && one.subject === subject),
      ofTo: told((one) => one.type === type && one.object === object),
      ofBoth: told((one) => one.subject === subject && one.object === object),
      ofType: told((one) => one.type === type),
    });
});

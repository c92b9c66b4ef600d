import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { prepare } from '../../../../src/ingest/extract/relations/featurise.ts';
import { rivalsOf } from '../../../../src/ingest/extract/relations/rivals.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

test('a pair is compared with those of its type at either end, and with other types between both', () => {
  const raw = 'Japan and India signed an agreement. France operates the Rafale.';
  const prepared = prepare(readDocument('d', raw, null, readLexicon()));
  const scores = prepared.pairs.map((_, at) => at);
  const rivals = rivalsOf(prepared, scores);
  const told = (same: (one: (typeof prepared.pairs)[number]) => boolean) =>
    prepared.pairs.flatMap((one, at) => (same(one) ? at : [])).reverse();
  expect(prepared.pairs.length).toBeGreaterThan(4);
  for (const [at, { type, from, to }] of prepared.pairs.entries())
    expect(rivals[at]).toEqual({
      ofFrom: told((one) => one.type === type && one.from === from),
      ofTo: told((one) => one.type === type && one.to === to),
      ofBoth: told((one) => one.from === from && one.to === to),
      ofType: told((one) => one.type === type),
    });
});

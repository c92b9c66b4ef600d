import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { withOfficeQuoted } from '../../../src/ingest/pipeline/evidence.ts';
import type { SourceDocument } from '../../../src/model/extraction.ts';

const EXAMPLE = path.resolve(
  import.meta.dirname,
  '../../../examples/documents/2025-10-31-framework-signed.txt',
);

/** Its two ministers speak again, without their offices, below the sentence that names these. */
test('an office is shown by the sentence that names it, not by what its holder said', () => {
  const raw = readFileSync(EXAMPLE, 'utf8');
  const source = { id: 'd', source: 'd.txt', title: null, url: null, publisher: null };
  const { statements } = extract(
    { ...source, raw, publishedOn: '2025-10-31', language: 'en' } as SourceDocument,
    loadExtractor(),
  );
  const isOffice = ({ type }: { readonly type: string }) => type === 'HOLDS_POSITION';
  const kept = withOfficeQuoted(raw, statements);
  const offices = kept.filter(isOffice);
  expect(offices.length).toBeGreaterThan(2);
  expect(offices.length).toBeLessThan(statements.filter(isOffice).length);
  for (const { properties, quote } of offices)
    expect(raw.slice(quote.rawStart, quote.rawEnd)).toContain(properties.title);
  // Each office that was told is told still, and nothing else is touched.
  const told = (all: typeof kept) =>
    new Set(all.filter(isOffice).map(({ subject, properties }) => subject + properties.title));
  expect(told(kept)).toEqual(told(statements));
  expect(kept.filter((one) => !isOffice(one))).toEqual(statements.filter((one) => !isOffice(one)));
});

import { describe, expect, test } from 'vitest';
import { extract, loadExtractor } from '../../../../src/ingest/extract/extract.ts';

const extractor = loadExtractor();
const peopleOf = (raw: string) =>
  extract(
    {
      id: 'd',
      source: 'a.txt',
      raw,
      title: null,
      url: null,
      publisher: null,
      publishedOn: null,
      language: null,
    },
    extractor,
  ).entities.filter(({ kind }) => kind === 'Person');

/** Towns before a title read like the name of a person who has it. */
describe('the town of a dateline is nobody', () => {
  const SAID =
    'Norwegian Defence Minister Lars Holm met Danish Defence Minister Eva Berg on Friday.';
  test.each([
    `KUALA LUMPUR, October 31, 2025 - ${SAID}`,
    `KUALA LUMPUR, Oct. 31 (Wire) — ${SAID}`,
    `Talks end. KUALA LUMPUR, 31 October 2025 - ${SAID}`,
    `Kuala Lumpur, October 31, 2025 -- ${SAID}`,
    `Ministers meet\n\nKUALA LUMPUR, Malaysia, October 31, 2025 – ${SAID}`,
    `FORT BRAGG, N.C. – ${SAID}`,
    `SAN ANTONIO, Texas -- ${SAID}`,
    `NELLIS AIR FORCE BASE, Nevada – ${SAID}`,
    `ST. JOHN’S, Canada (Wire) — ${SAID}`,
    `Fort Wayne, Ind. – ${SAID}`,
  ])('%s', (text) =>
    expect(
      peopleOf(text)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Eva Berg', 'Lars Holm']),
  );
});

import { expect, test } from 'vitest';
import { looseSentencesQuery } from '../../../src/graph/search/sentences-query.ts';

/** Lucene counts each word and phrase, and a misspelt word as the 50 that it may stand for. */
function clausesOf(query: string): number {
  const phrases = query.match(/"[^"]*"/g)?.length ?? 0;
  const misspelt = query.match(/~\d/g)?.length ?? 0;
  return phrases + 50 * misspelt;
}

test.each([
  'ministers partnership agreement framework cooperation memorandum understanding signature delegation',
  'MacDonald DArcy OHara delacruz alsaud vandermeer 1.5bn 2,000 C130J US',
  Array(12).fill('obrien').join(' '),
])('a loose query stays below the clauses that Lucene allows: %s', (query) =>
  expect(clausesOf(looseSentencesQuery(query))).toBeLessThan(1_024),
);

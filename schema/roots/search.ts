import { InputError } from '../../src/errors.ts';
import { byScore, NAMES_MAX, readsOfSearch, searchClause } from '../../src/graph/queries/search.ts';
import {
  HITS_MAX,
  readsOfStatements,
  searchStatementsClause,
} from '../../src/graph/queries/search-statements.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum } from '../enums.ts';
import { onConnections } from '../fields/connection.ts';
import { root } from '../root.ts';
import { didYouMean, facets } from './search-hit.ts';

const QUERY_MAX = 200;
const FIRST_HITS = 10;

onConnections.Search = { facets, didYouMean };

root('search', 'connection', 'SearchHit', searchClause, {
  named: 'Search',
  once: true,
  clocks: 'recorded',
  reads: readsOfSearch,
  first: FIRST_HITS,
  order: (hit) => byScore(hit, hit),
  description: `Entities by any of their names: unfinished, misspelt, with or without accents, hyphens or another script. An entity whose name stands in the query comes before those that mention it, and what holds most of the words behind what holds all. Misspellings, and names with fewer of the words, count only where nothing is spelt so. The ${NAMES_MAX} best of the index are looked at and counted.`,
  args: builder.args((t) => ({
    query: t.string({ required: true, description: 'What to look for.' }),
    kinds: t.field({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
  })),
  check: ({ query }) => {
    if (String(query).trim() === '')
      throw new InputError('query is empty; write at least one word.');
    if (String(query).length > QUERY_MAX)
      throw new InputError(`query is longer than ${QUERY_MAX} characters; shorten it.`);
  },
});

root('searchStatements', 'connection', 'Statement', searchStatementsClause, {
  edged: true,
  clocks: 'recorded',
  reads: readsOfStatements,
  order: (statement, edge) => byScore(edge, statement),
  description: `Statements whose quote holds all these words, in any form of the word, the best first; words in quotes stand together; ${HITS_MAX.toLocaleString('en')} are looked at.`,
  args: builder.args((t) => ({
    query: t.string({ required: true, description: 'What to look for.' }),
  })),
  check: ({ query }) => {
    if (String(query).trim() === '' || String(query).length > QUERY_MAX)
      throw new InputError(`query must have 1 to ${QUERY_MAX} characters.`);
  },
});

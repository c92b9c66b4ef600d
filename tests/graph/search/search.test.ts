import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { foldText } from '../../../src/model/ids.ts';
import { ask } from '../ask.ts';
import { answerOf, knownGraph } from '../known-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);

describe('search', () => {
  const found = async (query: string) => {
    const { search } = await answer(
      'query($query: String!) { search(query: $query) { totalCount edges { node { matchedName highlight node { id } } } } }',
      { query },
    );
    return search.edges.map(({ node: hit }: { node: { node: { id: string } } }) => hit.node.id);
  };

  test('Rafael is not Rafale', async () => {
    expect(await found('Rafael')).toEqual(['organisation:rafael']);
    expect(await found('rafale')).toEqual(['weapon-system:rafale']);
  });

  test('another spelling, an unfinished and a misspelt name', async () => {
    for (const query of ['turkiye', 'TÜRKİYE', 'türk', 'turky'])
      expect(await found(query), query).toContain('country:TR');
  });

  test('the spelling that matched is shown, escaped', async () => {
    const { search } = await answer(
      '{ search(query: "turkiye") { edges { node { matchedName highlight } } } }',
    );
    expect(search.edges[0].node).toEqual({ matchedName: 'Türkiye', highlight: '<b>Türkiye</b>' });
  });

  test('nothing but signs finds nothing', async () => {
    expect(await found('*** ~ (')).toEqual([]);
  });

  test('statements can be filtered and counted', async () => {
    const { searchStatements } = await answer(
      '{ searchStatements(query: "said", first: 1, where: {confidence: {gt: 0.5}}) { totalCount edges { node { document { title } } } } }',
    );
    expect(searchStatements).toEqual({
      totalCount: 11,
      edges: [{ node: { document: { title: 'Small' } } }],
    });
  });

  test('quotes come best first, each once over all pages, in the same order when filtered', async () => {
    await database.run(
      `MATCH (d:Document {id: 'document:small'})
       UNWIND range(1, 30) AS i
       CREATE (:Statement {id: 'statement:ranked-' + i, type: 'PROPERTY', property: 'value', value: '1',
         quote: reduce(text = '', x IN range(1, i % 6) | text + 'corvette ') + 'sails', start: 0, end: 1, rawStart: 0, rawEnd: 1,
         confidence: 0.5, modality: 'asserted', extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'})-[:FROM]->(d)`,
    );
    const page = async (given: string) =>
      (
        await answer(
          `{ searchStatements(query: "corvettes", ${given}) { totalCount edges { node { id quote } } pageInfo { endCursor hasNextPage } } }`,
        )
      ).searchStatements;
    const seen: { id: string; quote: string }[] = [];
    let after = 'null';
    for (let more = true; more; ) {
      const { totalCount, edges, pageInfo } = await page(`first: 7, after: ${after}`);
      expect(totalCount).toBe(25);
      for (const { node } of edges) seen.push(node);
      after = JSON.stringify(pageInfo.endCursor);
      more = pageInfo.hasNextPage;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
    expect(seen).toHaveLength(25);
    const times = seen.map(({ quote }) => quote.split('corvette').length - 1);
    expect(times[0]).toBe(5);
    expect(times.at(-1)).toBe(1);
    const filtered = await page('first: 25, where: {confidence: {gt: 0.4}}');
    expect(filtered.edges.map(({ node }: { node: object }) => node)).toEqual(seen);
    const last = await page('last: 3');
    expect(last.edges.map(({ node }: { node: object }) => node)).toEqual(seen.slice(-3));
  });

  test.each(['Türkiye', 'turkiye', 'TÜRKIYE', 'Tu\u0308rkiye', 'corvettes türkiye'])(
    'a quote is found by its words with accents or without: %s',
    async (query) => {
      const quote = 'Corvettes for Türkiye sailed';
      await database.run(
        `MATCH (d:Document {id: 'document:small'})
         MERGE (s:Statement {id: 'statement:accents'}) SET s += {type: 'PROPERTY', property: 'value', value: '1',
           quote: $quote, foldedQuote: $folded, start: 0, end: 1, rawStart: 0, rawEnd: 1, confidence: 0.5,
           modality: 'asserted', extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'}
         MERGE (s)-[:FROM]->(d)`,
        { quote, folded: foldText(quote) },
      );
      const { searchStatements } = await answer(
        `{ searchStatements(query: "${query}") { edges { node { quote } } } }`,
      );
      expect(searchStatements.edges).toEqual([{ node: { quote } }]);
    },
  );

  test('of many quotes that are alike the first page has the first by id', async () => {
    await database.run(
      `MATCH (d:Document {id: 'document:small'})
       UNWIND range(100, 199) AS i
       CREATE (:Statement {id: 'statement:alike-' + (299 - i), type: 'PROPERTY', property: 'value', value: '1',
         quote: 'the corvettes were minesweepers', start: 0, end: 1, rawStart: 0, rawEnd: 1,
         confidence: 0.5, modality: 'asserted', extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'})-[:FROM]->(d)`,
    );
    const { searchStatements } = await answer(
      '{ searchStatements(query: "minesweepers", first: 3) { totalCount edges { node { id } } } }',
    );
    expect(searchStatements).toEqual({
      totalCount: 100,
      edges: [100, 101, 102].map((i) => ({ node: { id: `statement:alike-${i}` } })),
    });
  });
});

describe('what search tells beside its hits', () => {
  const told = async (query: string, kinds = '') =>
    (
      await answer(
        `query($query: String!) { search(query: $query${kinds}) { facets { kind count } didYouMean edges { node { node { id } } } } }`,
        { query },
      )
    ).search;

  test('hits by kind, of every kind', async () => {
    const facets = [{ kind: 'Person', count: 7 }];
    expect((await told('Person')).facets).toEqual(facets);
    const none = await told('Person', ', kinds: [Country]');
    expect([none.facets, none.edges]).toEqual([facets, []]);
  });

  test('all of it is one question to the index; kinds, which are not of the counts, make it two', async () => {
    const questions = async (kinds: string) => {
      const { statements, data } = await ask(
        database,
        `{ search(query: "Person"${kinds}) { totalCount facets { count } didYouMean pageInfo { endCursor } edges { node { score } } } }`,
      );
      expect(data.search.facets).toEqual([{ count: 7 }]);
      return statements[0]!.cypher.match(/fulltext\.queryNodes/g)!.length;
    };
    expect([await questions(''), await questions(', kinds: [Person]')]).toEqual([1, 2]);
  });

  test('pages go on where hits are counted, too', async () => {
    const page = async (after: string | null) =>
      (
        await answer(
          'query($after: String) { search(query: "Person", first: 4, after: $after) { totalCount facets { count } pageInfo { endCursor } edges { node { node { id } } } } }',
          { after },
        )
      ).search;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([second.totalCount, second.facets]).toEqual([7, [{ count: 7 }]]);
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.node.id);
    expect([ids.length, new Set(ids).size]).toEqual([7, 7]);
  });

  test('what was probably meant, only where nothing is spelt so', async () => {
    expect((await told('Turkei')).didYouMean).toBe('Turkey');
    expect((await told('Turkey')).didYouMean).toBeNull();
    expect((await told('Zanzibar')).didYouMean).toBeNull();
  });
});

describe('statements are found by figures, apostrophes and abbreviations', () => {
  const QUOTES = [
    "The Irish minister, Sean O'Brien, met U.S. officials over a contract of $47.1 million.",
    'The agency approved 10,000 rounds for the C-130J of the U.K.',
    'Envoys MacAulay, Al Hadi and de la Vega put their names to a frigate lease of $2.5bn.',
  ];
  beforeAll(async () => {
    await database.run(
      `MATCH (d:Document {id: 'document:small'})
       UNWIND range(0, size($quotes) - 1) AS i
       CREATE (:Statement {id: 'statement:told-' + i, type: 'PROPERTY', property: 'value', value: '1',
         quote: $quotes[i], start: 0, end: 1, rawStart: 0, rawEnd: 1, confidence: 0.5, modality: 'asserted',
         extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'})-[:FROM]->(d)`,
      { quotes: QUOTES },
    );
    await database.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  });

  test.each([
    ['47.1 million', [0]],
    ["O'Brien", [0]],
    ['O’Brien', [0]],
    ['U.S.', [0]],
    ['U.S. officials', [0]],
    ['"U.S. officials"', [0]],
    ['"officials U.S."', []],
    ['10,000', [1]],
    ['10000', [1]],
    ['C-130J', [1]],
    ['C130J', [1]],
    ['US officials', [0]],
    ['UK', [1]],
    ['c-130j rounds', [1]],
    ['U.K.', [1]],
    ['47.2 million', []],
    ['OBrien', [0]],
    ['o brien', [0]],
    ['Sean O-Brien', [0]],
    ['Mac Aulay', [2]],
    ['McAulay', [2]],
    ['AlHadi', [2]],
    ['al-hadi', [2]],
    ['delavega', [2]],
    ['dela Vega', [2]],
    ['2.5 billion', [2]],
    ['$2.5 bn', [2]],
    ['NOT frigate OR', [2]],
    // Where no sentence has all words.
    ['frigat', [2]],
    ['frigate lease signed', [2]],
    ['who leases what frigate', [2]],
    ['$2.6bn frigate lease', []],
    ['"lease frigate"', []],
  ])('%s', async (query, at) => {
    const { searchStatements } = await answer(
      'query($query: String!) { searchStatements(query: $query, first: 50) { edges { node { quote } } } }',
      { query },
    );
    const quotes = searchStatements.edges.map(
      ({ node }: { node: { quote: string } }) => node.quote,
    );
    expect(quotes.sort()).toEqual(at.map((one) => QUOTES[one]).sort());
  });

  test.each(['', ', asOf: {recorded: "2026-02-01T00:00:00Z"}', ', where: {confidence: {gt: 0}}'])(
    'words that no sentence has together are counted and paged alike%s',
    async (given) => {
      const { searchStatements } = await answer(
        `{ searchStatements(query: "frigate lease signed", first: 1${given}) { totalCount edges { node { quote } } } }`,
      );
      expect(searchStatements).toEqual({ totalCount: 1, edges: [{ node: { quote: QUOTES[2] } }] });
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { namesWithin } from '../../../src/graph/search/search-words.ts';
import { answerOf, knownGraph } from '../known-graph.ts';
import { writeGraph } from '../small-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);

describe('a name among other words', () => {
  const [ann, norway, talks] = ['person:ann-berg', 'country:NO', 'event:talks-of-ann-berg'];
  const ministry = 'organisation:ministry-of-fisheries';
  const visit = 'event:visit-of-a-minister';
  beforeAll(() =>
    writeGraph(
      database,
      [
        { id: ann, kind: 'Person', name: 'Ann Berg', aliases: ['Berg'] },
        { id: norway, kind: 'Country', name: 'Norway', aliases: ['NO', 'Norge'] },
        {
          id: talks,
          kind: 'Event',
          name: 'Meeting of Ann Berg and Norway',
          aliases: ['meeting', 'talks with the minister'],
        },
        { id: ministry, kind: 'Organisation', name: 'Ministry of Fisheries (Norway)' },
        { id: visit, kind: 'Event', name: 'Visit of Berg, minister, in Norway' },
        { id: 'person:ann-other', kind: 'Person', name: 'Ann Other' },
      ],
      [],
    ),
  );
  const search = async (query: string, given = '') =>
    (
      await answer(
        `query($query: String!) { search(query: $query${given}) { totalCount didYouMean facets { kind count } pageInfo { endCursor hasNextPage } edges { node { node { id } } } } }`,
        { query },
      )
    ).search;
  const idsOf = ({ edges }: { edges: { node: { node: { id: string } } }[] }) =>
    edges.map(({ node }) => node.node.id);
  const found = async (query: string) => idsOf(await search(query));

  test.each([
    'Ann Berg minister of Norway',
    'minister of Norway Ann Berg',
    'Ann Berg, minister of Norway',
    'Berg minister of Norway',
    'BERG (minister, Norway)',
    'Ann Berg meeting Norway',
  ])('comes before what mentions it: %s', async (query) => {
    const ids = await found(query);
    expect(ids.slice(0, 2)).toEqual([ann, norway]);
    expect(ids).toContain(talks);
  });

  describe('one or several words are one name', () => {
    const NAMES = [
      'Saif Al Harbi',
      'Ewan Mac Neil',
      'Una MacKay',
      'Ines de la Rosa',
      "Nora O'Hara",
    ];
    const idOf = (name: string) => `person:${name.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    beforeAll(() =>
      writeGraph(
        database,
        NAMES.map((name) => ({ id: idOf(name), kind: 'Person', name, aliases: [] })),
        [],
      ),
    );
    test.each([
      ['AlHarbi', 0],
      ['alharbi', 0],
      ['MacNeil', 1],
      ['Mac Kay', 2],
      ['DelaRosa', 3],
      ['OHara', 4],
    ])('%s', async (query, at) => expect(await found(query)).toEqual([idOf(NAMES[at]!)]));
  });

  test('what holds most of the words follows what holds all, what holds few is left out', async () => {
    expect(await found('Ann Berg minister of Norway')).toEqual([ann, norway, talks, visit]);
  });

  test('an organisation, or an event begun, comes before the names within its own', async () => {
    expect((await found('Ministry Fisheries Norway'))[0]).toBe(ministry);
    expect((await found('Meeting of Ann Berg'))[0]).toBe(talks);
  });

  test('a sale or an agreement that is asked for comes before the names within its own', async () => {
    const [sale, pact] = ['arms-sale:nets-to-norway', 'agreement:nets-norway'];
    await writeGraph(
      database,
      [
        { id: sale, kind: 'ArmsSale', name: 'Sale of KX-7 nets to Norway ($2 million)' },
        { id: pact, kind: 'Agreement', name: 'Letter of Norway on KX-7 nets' },
        { id: 'weapon-system:kx-7', kind: 'WeaponSystem', name: 'KX-7' },
      ],
      [],
    );
    expect((await found('Norway KX-7 sale'))[0]).toBe(sale);
    for (const query of ['sale of KX-7 missiles to Norway', 'KX-7 deal, Norway', 'KX7 Norw sale'])
      expect((await found(query))[0], query).toBe(sale);
    expect((await found('KX-7 Norway'))[0]).toBe('weapon-system:kx-7');
    expect((await found('Norway KX-7 letter'))[0]).toBe('weapon-system:kx-7');
  });

  test('its own name alone finds it alone', async () => {
    expect(await found('Meeting of Ann Berg and Norway')).toEqual([talks]);
    expect((await found('Ann Berg'))[0]).toBe(ann);
    expect(await found('Ann Berg')).not.toContain('person:ann-other');
  });

  test('a stop word is no name', async () => {
    expect(await found('no Ann Berg meeting')).not.toContain(norway);
  });

  test('the same page by page, and in the counts', async () => {
    const query = 'Ann Berg minister of Norway';
    const all = await search(query);
    expect([all.totalCount, all.didYouMean]).toEqual([4, null]);
    expect(all.facets).toEqual([
      { kind: 'Event', count: 2 },
      { kind: 'Country', count: 1 },
      { kind: 'Person', count: 1 },
    ]);
    const seen: string[] = [];
    for (let after = 'null', more = true; more; ) {
      const page = await search(query, `, first: 1, after: ${after}`);
      seen.push(...idsOf(page));
      after = JSON.stringify(page.pageInfo.endCursor);
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(idsOf(all));
  });

  test('as it was at a moment, too', async () => {
    const now = new Date(Date.now() + 60_000).toISOString();
    expect(
      idsOf(await search('Ann Berg minister of Norway', `, asOf: {recorded: "${now}"}`)),
    ).toEqual([ann, norway, talks, visit]);
  });

  test('few names are looked up, however long the query', () => {
    const query = Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x430 + (i % 32))).join(
      ' ',
    );
    expect(namesWithin(query).length).toBeLessThanOrEqual(51);
    expect(namesWithin('x')).toEqual(['x']);
  });
});

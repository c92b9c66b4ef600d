import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answerOf, knownGraph } from '../known-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);

describe('relationships', () => {
  test('asserted and planned ones are followed, others when asked for', async () => {
    const { entity } = await answer(`{ entity(id: "country:IN") { ... on Country {
      followed: holders { edges { title node { id } } } all: holders(modality: [asserted, rumoured, denied]) { totalCount } } } }`);
    expect(entity.followed.edges).toEqual([{ title: 'Minister', node: { id: 'person:1' } }]);
    expect(entity.all.totalCount).toBe(3);
  });

  test('"every" looks only at what is followed', async () => {
    const { people } = await answer(
      '{ people(where: {id: {in: ["person:1", "person:2"]}, positions: {every: {edge: {modality: {eq: asserted}}}}}) { totalCount } }',
    );
    expect(people.totalCount).toBe(2);
  });

  test('the timeline is in order, each tie once', async () => {
    const { timeline } = await answer(
      '{ timeline(of: ["event:1", "person:1"]) { totalCount edges { node { on relationship { source { id } } } } } }',
    );
    expect(timeline.edges.map(({ node }: { node: object }) => node)).toEqual([
      { on: '2025-10', relationship: { source: { id: 'person:3' } } },
      { on: '2025-10-31', relationship: { source: { id: 'person:1' } } },
    ]);
  });

  test('common neighbours, however often one is named', async () => {
    const { commonNeighbours } = await answer(
      '{ commonNeighbours(of: ["person:1", "person:3", "person:1"]) { edges { node { id } } } }',
    );
    expect(commonNeighbours.edges).toEqual([{ node: { id: 'event:1' } }]);
  });
});

describe('sales', () => {
  test('a filter chooses sales, not groups', async () => {
    const { armsSaleTotals } = await answer(
      '{ armsSaleTotals(groupBy: [YEAR, SELLER], where: {stage: {eq: approved}}) { year seller { id } count withoutValue values { currency amount count } } }',
    );
    expect(armsSaleTotals).toEqual([
      {
        year: '2025',
        seller: { id: 'country:IN' },
        count: 2,
        withoutValue: 0,
        values: [{ currency: 'USD', amount: 100e6, count: 2 }],
      },
    ]);
  });

  test('a denied buyer groups nothing, and a sale without value is counted', async () => {
    const { armsSaleTotals } = await answer(
      '{ armsSaleTotals(groupBy: [BUYER]) { buyer { id } count withoutValue } }',
    );
    expect(armsSaleTotals).toEqual([
      { buyer: { id: 'country:TR' }, count: 1, withoutValue: 0 },
      { buyer: null, count: 2, withoutValue: 1 },
    ]);
  });

  test('a sale of two systems of one kind counts once for the kind', async () => {
    const { armsSaleTotals } = await answer(
      '{ armsSaleTotals(groupBy: [KIND], where: {id: {eq: "arms-sale:1"}}) { kind count } }',
    );
    expect(armsSaleTotals).toEqual([{ kind: null, count: 1 }]);
  });
});

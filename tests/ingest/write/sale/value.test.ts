import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../../src/db/database.ts';
import { writeAll } from '../../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../../src/ingest/reconcile/reconcile.ts';
import { answerOf } from '../../../graph/known-graph.ts';
import { emptyDatabase } from '../../../helpers/neo4j.ts';
import { saleTold } from '../../recorded/sales.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  const notice = { stage: 'approved', value: 900, buyer: 'JP' };
  await writeAll(database, [
    saleTold('a', '2024-06-05', notice),
    saleTold('b', '2024-06-06', notice),
    saleTold('c', '2024-06-28', notice),
    saleTold('d', '2024-06-25', { ...notice, stage: 'contracted', value: 700 }),
  ]);
}, PATIENCE_MS);
afterAll(() => database.close());

const VALUES = `values { amount currency raw basis firstSeen lastSeen sourceCount statement { value document { publishedOn } } }`;
const CEILING = { amount: 900, currency: 'USD', raw: '$900', basis: 'ceiling' };
const CONTRACT = { amount: 700, currency: 'USD', raw: '$700', basis: 'contract' };

test(
  'the value of a sale is the price of its contract, though more papers repeat the ceiling; all are told',
  async () => {
    const { armsSales } = await answerOf(
      database,
      `{ armsSales(where: {basis: {eq: contract}}) { edges { node { stage value { amount currency raw basis } ${VALUES} } } } }`,
    );
    expect(armsSales.edges).toHaveLength(1);
    const { stage, value, values } = armsSales.edges[0].node;
    expect([stage, value]).toEqual(['contracted', CONTRACT]);
    expect(values).toMatchObject([
      { ...CEILING, firstSeen: '2024-06-05', lastSeen: '2024-06-28' },
      {
        ...CONTRACT,
        sourceCount: 1,
        statement: { value: '700', document: { publishedOn: '2024-06-25' } },
      },
    ]);
    expect(await reconcile(database)).toMatchObject({ wrong: [] });
  },
  PATIENCE_MS,
);

test(
  'what was known on a day is told of the sale too: its stage, its value and all of them',
  async () => {
    const asked = 'stage approvedOn value { amount currency raw basis }';
    const { country, armsSaleTotals, later } = await answerOf(
      database,
      `{ country: entity(id: "country:JP") { ... on Country {
          purchases(asOf: {known: "2024-06-10"}, orderBy: [{value: DESC}]) { edges { node { ${asked} ${VALUES} } } }
          approved: purchases(asOf: {known: "2024-06-10"}, where: {stage: {eq: approved}, value: {gt: 800}}) { totalCount }
          contracted: purchases(asOf: {known: "2024-06-10"}, where: {stage: {eq: contracted}}) { totalCount } } }
        armsSaleTotals(groupBy: [STAGE], asOf: {known: "2024-06-10"}) { stage count values { amount } }
        later: armsSaleTotals(groupBy: [STAGE], asOf: {known: "2024-07"}) { stage count values { amount } } }`,
    );
    const [{ node }] = country.purchases.edges;
    expect(node).toMatchObject({ stage: 'approved', value: CEILING });
    expect(node.values).toMatchObject([
      { ...CEILING, firstSeen: '2024-06-05', lastSeen: '2024-06-06' },
    ]);
    expect([country.approved, country.contracted]).toEqual([{ totalCount: 1 }, { totalCount: 0 }]);
    expect(armsSaleTotals).toEqual([{ stage: 'approved', count: 1, values: [{ amount: 900 }] }]);
    expect(later).toEqual([{ stage: 'contracted', count: 1, values: [{ amount: 700 }] }]);
  },
  PATIENCE_MS,
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { removeDocument } from '../../../src/ingest/removal/remove.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { saleTold } from './sales.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
}, PATIENCE_MS);
afterAll(() => database.close());

const TOLD = `... on Statement { id type quote withdrawnAt withdrawnWhy subject { id name } object { id name degree } document { id title } context { text } }`;
const byId = async (id: string) =>
  (await answerOf(database, `query ($id: ID!) { node(id: $id) { __typename ${TOLD} } }`, { id }))
    .node;

test(
  'a statement that was taken back is told by its id, with when and why, until it is forgotten',
  async () => {
    const sale = { stage: 'approved', value: 900, buyer: 'JP' };
    await writeAll(database, [saleTold('sale', '2024-04-05', sale)]);
    const { statements } = await answerOf(
      database,
      '{ statements(where: {type: {eq: SOLD_TO}}) { edges { node { id } } } }',
    );
    const [{ node }] = statements.edges;
    const held = await byId(node.id);
    expect(held).toMatchObject({
      withdrawnAt: null,
      withdrawnWhy: null,
      object: { id: 'country:JP' },
    });

    await writeAll(database, [saleTold('sale', '2024-04-06', { ...sale, buyer: 'NO' })]);
    const corrected = await byId(node.id);
    expect(corrected).toEqual({
      ...held,
      withdrawnAt: expect.stringMatching(/^20/),
      withdrawnWhy: 'CORRECTED',
    });
    const { nodes } = await answerOf(
      database,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ${TOLD} } }`,
      { ids: ['country:NO', node.id, 'statement:nobody'] },
    );
    expect(nodes).toEqual([{ __typename: 'Country' }, corrected, null]);

    await removeDocument(database, 'sale', { forget: true });
    expect(await byId(node.id)).toBeNull();
  },
  PATIENCE_MS,
);

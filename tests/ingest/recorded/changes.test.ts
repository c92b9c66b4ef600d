import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { saleTold } from './sales.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
}, PATIENCE_MS);
afterAll(() => database.close());

const FACT = `before { type property value subject { id } object { id } document { title supersededBy { id } } withdrawnAt }
  now { type property value subject { id } object { id } document { title } } withdrawnAt withdrawnWhy`;

test(
  'a correction tells which facts are gone, which are new, and which are otherwise',
  async () => {
    await writeAll(database, [
      saleTold('sale', '2024-04-05', { stage: 'approved', value: 900, buyer: 'JP' }),
    ]);
    await sleep(5);
    const since = new Date().toISOString();
    await sleep(5);
    await writeAll(database, [
      saleTold('sale', '2024-04-06', { stage: 'approved', value: 950, buyer: 'NO' }),
    ]);
    const query = `{ documents(first: 1) { edges { node { id versions { id superseded }
      changes(since: "${since}") { gone { ${FACT} } new { ${FACT} } changed { ${FACT} } }
      none: changes(since: "${new Date(Date.now() + 60_000).toISOString()}") { gone { withdrawnAt } new { withdrawnAt } changed { withdrawnAt } } } } } }`;
    const { documents } = await answerOf(database, query);
    const { versions, changes, none } = documents.edges[0].node;
    expect(versions).toEqual([
      { id: 'document:sale-2024-04-05', superseded: true },
      { id: 'document:sale-2024-04-06', superseded: false },
    ]);
    const told = (side: 'before' | 'now') => (change: Record<string, Record<string, never>>) =>
      `${change[side]!.type} ${change[side]!.property ?? (change[side]!.object as { id: string }).id} ${change[side]!.value ?? ''}`.trim();
    expect(none).toEqual({ gone: [], new: [], changed: [] });
    expect(changes.gone.map(told('before'))).toEqual(
      expect.arrayContaining(['OPERATES weapon-system:kestrel', 'SOLD_TO country:JP']),
    );
    expect(changes.new.map(told('now'))).toEqual(
      expect.arrayContaining(['OPERATES weapon-system:kestrel', 'SOLD_TO country:NO']),
    );
    for (const { withdrawnWhy, now, before } of changes.gone) {
      expect([withdrawnWhy, now]).toEqual(['CORRECTED', null]);
      expect(before.document).toEqual({ title: 'Kestrel for JP', supersededBy: null });
    }
  },
  PATIENCE_MS,
);

test(
  'a sum that was corrected is a fact told otherwise, with both statements',
  async () => {
    const sale = { stage: 'approved', buyer: 'KE' };
    await writeAll(database, [saleTold('sum', '2024-05-05', { ...sale, value: 100 })]);
    await sleep(5);
    const since = new Date().toISOString();
    await sleep(5);
    await writeAll(database, [saleTold('sum', '2024-05-06', { ...sale, value: 120 })]);
    const { document } = await answerOf(
      database,
      `{ document: node(id: "document:sum-2024-05-06") { ... on Document {
        changes(since: "${since}") { gone { ${FACT} } new { ${FACT} } changed { ${FACT} } } } } }`,
    );
    const { gone, new: added, changed } = document.changes;
    expect([gone, added]).toEqual([[], []]);
    const values = changed.filter(
      ({ now }: { now: { property: string } }) => now.property === 'value',
    );
    expect(values).toMatchObject([
      { before: { value: '100' }, now: { value: '120' }, withdrawnWhy: 'CORRECTED' },
    ]);
  },
  PATIENCE_MS,
);

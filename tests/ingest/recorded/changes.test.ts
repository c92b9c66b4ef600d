import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { removeDocument } from '../../../src/ingest/removal/remove.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { answers } from './questions.ts';
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

async function exported(): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonLines(database, { allModalities: true })) lines.push(line);
  return lines.join('\n');
}

test(
  'what is removed can be asked again as of before; what is forgotten leaves its id alone',
  async () => {
    const before = await exported();
    await writeAll(database, [
      saleTold('secret', '2024-08-05', { stage: 'delivered', value: 333_777, buyer: 'PE' }),
    ]);
    const then = await answers(database);
    await sleep(5);
    const at = new Date().toISOString();
    await sleep(5);
    await removeDocument(database, 'document:secret-2024-08-05');
    expect(await exported()).toBe(before);
    expect(await reconcile(database)).toMatchObject({ wrong: [], leftovers: 0 });
    expect(await answers(database, at)).toEqual(then);
    await expect(removeDocument(database, 'secret')).rejects.toThrow(/there is no document secret/);

    await writeAll(database, [
      saleTold('secret', '2024-08-05', { stage: 'delivered', value: 333_777, buyer: 'PE' }),
    ]);
    expect(await removeDocument(database, 'secret', { forget: true })).toEqual({
      documents: ['document:secret-2024-08-05'],
      forgotten: true,
    });
    expect(await exported()).toBe(before);
    const left = await database.run(
      `MATCH (n) WHERE any(name IN keys(n) WHERE coalesce(toStringOrNull(n[name]), '') CONTAINS 'secret' OR coalesce(toStringOrNull(n[name]), '') CONTAINS '333777')
       RETURN labels(n) AS labels, keys(n) AS keys`,
    );
    expect(left).toEqual([{ labels: ['Tombstone'], keys: ['id', 'forgottenAt'] }]);
    const [edges] = await database.run(
      "MATCH (:Country {id: 'country:PE'})-[r]-() RETURN count(r) AS count",
    );
    expect(Number(edges!.count)).toBe(0);
  },
  PATIENCE_MS,
);

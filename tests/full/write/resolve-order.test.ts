import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { judge, withdrawJudgement } from '../../../src/ingest/merge/judge.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { removeDocument } from '../../../src/ingest/removal/remove.ts';
import { population } from '../../bench/write/population.ts';
import { exported } from '../../export/exported.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { DOCUMENTS, locals, PATIENCE_MS, RIGHT, read } from '../../ingest/merge/resolving.ts';
import { told } from '../../ingest/merge/told.ts';

let database: Database;
beforeEach(async () => {
  await database?.close();
  database = await emptyDatabase();
});
afterAll(() => database.close());

/** What an empty graph becomes by some work: what it exports, and where each unit stands. */
async function graphOf(work: () => Promise<unknown>): Promise<readonly [string, string]> {
  await database.close();
  database = await emptyDatabase();
  await work();
  return [await exported(database), await locals(database)];
}

test(
  'any order, any batches and two writers give the same graph',
  async () => {
    const graph = await graphOf(async () => {
      await writeAll(database, DOCUMENTS);
      await resolveGraph(database);
    });
    for (const turn of [3, 5]) {
      const turned = [...DOCUMENTS.slice(turn), ...DOCUMENTS.slice(0, turn)].reverse();
      expect(await graphOf(() => read(database, turned))).toEqual(graph);
    }
    const both = await graphOf(() =>
      Promise.all([read(database, DOCUMENTS.slice(0, 4)), read(database, DOCUMENTS.slice(4))]),
    );
    expect(both).toEqual(graph);
  },
  PATIENCE_MS,
);

test(
  'a merge by a person and its undo leave the same export, byte for byte',
  async () => {
    await read(database, DOCUMENTS);
    const before = await exported(database);
    const by = { who: 'ann', why: 'he married her', at: '2026-01-01T00:00:00.000Z' };
    const merged = await judge(database, {
      ...by,
      left: 'person:ines-kravchuk',
      right: 'person:taras-kravchuk',
      verdict: 'same',
    });
    expect(merged.resolved.moved).toBe(1);
    expect(await exported(database)).not.toBe(before);
    expect(await reconcile(database)).toMatchObject(RIGHT);
    await withdrawJudgement(database, merged.id, by);
    expect(await exported(database)).toBe(before);
    const [judgements] = await database.run('MATCH (j:Judgement) RETURN count(*) AS kept');
    expect(Number(judgements!.kept)).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'a corrected document takes its person along, and what is left is as if it had never been there',
  async () => {
    const corrected = told('a', '2024-01-05', { name: 'Otto Lund' }, 'corrected');
    const [without] = await graphOf(() => read(database, [...DOCUMENTS.slice(1), corrected]));
    const [after] = await graphOf(() => read(database, [...DOCUMENTS, corrected]));
    const superseded = /.*document:a-first.*\n/g;
    expect(after.replace(superseded, '')).toBe(without);
    expect(await reconcile(database)).toMatchObject(RIGHT);
  },
  PATIENCE_MS,
);

/** Pairs that were kept apart for a person to review. */
const candidates = async () =>
  JSON.stringify(
    await database.run(
      'MATCH (c:Candidate) RETURN c.left AS left, c.right AS right, c.score AS score ORDER BY left, right',
    ),
  );

test(
  'lone names are decided anew when those who may bear them come, and when they go',
  async () => {
    const documents = population(1_200);
    const few = documents.slice(0, 50);
    const all = await graphOf(() => read(database, documents, documents.length));
    const pairs = await candidates();
    expect(await graphOf(() => read(database, documents, 5))).toEqual(all);
    expect(await candidates()).toBe(pairs);

    for (const { id } of documents.slice(50)) await removeDocument(database, id);
    const left = [await exported(database), await locals(database), await candidates()];
    const fresh = await graphOf(() => read(database, few, few.length));
    expect(left).toEqual([...fresh, await candidates()]);
  },
  PATIENCE_MS,
);

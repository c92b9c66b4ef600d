import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { judge, withdrawJudgement } from '../../../src/ingest/merge/judge.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { told } from './told.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeEach(async () => {
  await database?.close();
  database = await emptyDatabase();
});
afterAll(() => database.close());

async function exported(from: Database): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonLines(from, { allModalities: true })) lines.push(line);
  return lines.join('\n');
}

/** Where each unit stands, and why. */
const locals = async (from: Database) =>
  JSON.stringify(
    await from.run(
      'MATCH (l:Local) RETURN l.id AS id, l.entity AS entity, l.score AS score ORDER BY id',
    ),
  );
const RIGHT = { relationships: { wrong: 0 }, entities: { wrong: 0 }, leftovers: 0, wrong: [] };

const DOCUMENTS: readonly Prepared[] = [
  told('a', '2024-01-05', { name: 'Ines Kravchuk', title: 'President', country: 'UA' }),
  told('b', '2024-02-05', { name: 'Ines Kravtchuk', title: 'President', country: 'UA' }),
  told('c', '2024-03-05', { name: 'Kravchuk', title: 'President', country: 'UA' }),
  told('d', '2024-03-06', { name: 'Kravchuk', title: 'President', country: 'UA' }),
  told('e', '2024-03-07', { name: 'Taras Kravchuk', title: 'Minister of Health', country: 'UA' }),
  told('f', '2024-03-08', { name: 'Ajit Singh', title: 'Secretary', country: 'IN' }),
  told('g', '2024-03-09', { name: 'Singh' }),
];

async function read(into: Database, documents: readonly Prepared[], size = 2): Promise<void> {
  for (let at = 0; at < documents.length; at += size) {
    await writeAll(into, documents.slice(at, at + size));
    await resolveGraph(into);
  }
}

test(
  'people of several documents become one node, with what all of them say',
  async () => {
    await writeAll(database, DOCUMENTS);
    const resolved = await resolveGraph(database);
    expect(resolved.unlinkedNames).toEqual(['Singh']);
    const people = await database.run(
      `MATCH (p:Person) RETURN p.id AS id, p.name AS name, COUNT { (p)<-[:MENTIONS]-() } AS documents ORDER BY id`,
    );
    expect(people.map(({ documents }) => Number(documents)).sort()).toEqual([1, 1, 1, 4]);
    const [edge] = await database.run(
      `MATCH (:Person {id: 'person:ines-kravchuk'})-[r:HOLDS_POSITION]->() RETURN r.documentCount AS documents`,
    );
    expect(Number(edge!.documents)).toBe(4);
    expect(await reconcile(database)).toMatchObject(RIGHT);
  },
  PATIENCE_MS,
);

test(
  'an id that is another entity’s now goes on answering, in the place that it was asked in',
  async () => {
    await read(database, DOCUMENTS);
    const [now, former, other] = [
      'person:ines-kravchuk',
      'person:ines-kravtchuk',
      'person:taras-kravchuk',
    ] as const;
    const answer = await answerOf(
      database,
      `{ entity(id: "${former}") { id } node(id: "${former}") { id }
        nodes(ids: ["${former}", "${other}", "${now}", "person:nobody"]) { id } }`,
    );
    expect(answer).toMatchObject({
      entity: { id: now },
      node: { id: now },
      nodes: [{ id: now }, { id: other }, { id: now }, null],
    });
  },
  PATIENCE_MS,
);

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
  'resolving everything again changes nothing',
  async () => {
    await read(database, DOCUMENTS);
    const before = await exported(database);
    expect((await resolveGraph(database, { all: true })).moved).toBe(0);
    expect(await exported(database)).toBe(before);
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
  'what was judged different stays apart, also when all is read again',
  async () => {
    await read(database, DOCUMENTS);
    const [a, b] = ['person:ines-kravchuk', 'person:ines-kravtchuk'] as const;
    await judge(database, {
      left: a,
      right: b,
      verdict: 'different',
      who: 'ann',
      why: null,
      at: '2026',
    });
    await resolveGraph(database, { all: true });
    const [row] = await database.run(
      'MATCH (a:Local {id: $a}), (b:Local {id: $b}) RETURN a.entity <> b.entity AS apart',
      { a, b },
    );
    expect(row!.apart).toBe(true);
    expect(await reconcile(database)).toMatchObject(RIGHT);
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

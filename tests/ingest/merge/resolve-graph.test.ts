import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { judge } from '../../../src/ingest/merge/judge.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { exported } from '../../export/exported.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { DOCUMENTS, PATIENCE_MS, RIGHT, read } from './resolving.ts';
import { told } from './told.ts';

let database: Database;
beforeEach(async () => {
  await database?.close();
  database = await emptyDatabase();
});
afterAll(() => database.close());

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
  'a document that names a joined person by one spelling alone is written, and counted',
  async () => {
    const later = told('h', '2024-04-05', {
      name: 'Ines Kravtchuk',
      title: 'President',
      country: 'UA',
    });
    await read(database, DOCUMENTS);
    expect(await writeAll(database, [later])).toEqual(['written']);
    await resolveGraph(database);
    expect(await reconcile(database)).toMatchObject(RIGHT);
    const grown = await exported(database);
    await database.close();
    database = await emptyDatabase();
    await read(database, [...DOCUMENTS, later], DOCUMENTS.length + 1);
    expect(await exported(database)).toBe(grown);
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

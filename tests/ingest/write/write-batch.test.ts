import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { exported } from '../../export/exported.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { prepared, randomDocument, randomOf } from './random-documents.ts';

/** A machine that does other things at the same time is several times slower. */
const PATIENCE_MS = 300_000;
/** Reprints that are written at the same moment. */
const PAIRS = 8;

let database: Database;
let asked = 0;
beforeAll(async () => {
  database = await emptyDatabase({
    onStatement: ({ rows }) => {
      asked += rows;
    },
  });
});
afterAll(() => database.close());

const RIGHT = { relationships: { wrong: 0 }, entities: { wrong: 0 }, leftovers: 0, wrong: [] };

test(
  'after random writes, corrections and withdrawals every summary is what its statements make it',
  async () => {
    const random = randomOf(20_251_130);
    const before: Prepared[] = [];
    for (let round = 0; round < 12; round++) {
      const batch = Array.from({ length: 1 + random(12) }, () => {
        if (before.length > 10 && random(6) === 0) return before[random(before.length)]!;
        const story = random(3) === 0 ? random(4) : null;
        return prepared(randomDocument(random, `source-${random(60)}`, story));
      });
      before.push(...batch);
      await writeAll(database, batch);
      if (round % 4 === 3) expect(await reconcile(database)).toMatchObject(RIGHT);
    }
    const [kept] = await database.run('MATCH (t:Tally) RETURN count(*) AS kept');
    expect(Number(kept!.kept)).toBeGreaterThan(3);
    const [moved] = await database.run(
      'MATCH (d:Document) WHERE d.story <> d.id RETURN count(*) AS reprints',
    );
    expect(Number(moved!.reprints)).toBeGreaterThan(5);
  },
  PATIENCE_MS,
);

test(
  'what was tampered with is found, told by name, and put right',
  async () => {
    const right = await exported(database);
    await database.run(
      "MATCH (e:Entity {id: 'country:US'}) SET e.statementCount = 0, e.name = 'X'",
    );
    await database.run("MATCH (t:Tally {id: 'country:US'}) SET t.counts = '{}'");
    await database.run('MATCH ()-[r:OPERATES]->() WITH r LIMIT 1 SET r.confidence = 0.123');
    await database.run('MATCH ()-[r:PARTICIPATED_IN]->() WITH r LIMIT 1 DELETE r');
    await database.run("CREATE (:Tally {id: 'entity:gone', counts: '{}'})");
    const found = await reconcile(database);
    expect(found).toMatchObject({
      relationships: { wrong: 2 },
      entities: { wrong: 1 },
      leftovers: 1,
      fixed: false,
    });
    expect(found.wrong.map(({ what }) => what).join('\n')).toMatch(/confidence is 0\.123; its/);
    expect((await reconcile(database, { fix: true })).relationships.wrong).toBe(2);
    expect(await reconcile(database)).toMatchObject(RIGHT);
    expect(await exported(database)).toBe(right);
  },
  PATIENCE_MS,
);

test(
  'in whatever order and batches documents come, the graph is the same',
  async () => {
    const random = randomOf(7);
    const documents = Array.from({ length: 24 }, (_, at) =>
      prepared(randomDocument(random, `order-${at}`, at % 4 === 0 ? at % 8 : null)),
    );
    const written = async (order: readonly Prepared[], size: number) => {
      await database.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n');
      for (let at = 0; at < order.length; at += size)
        await writeAll(database, order.slice(at, at + size));
      return exported(database);
    };
    const one = await written(documents, 1);
    const shuffled = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await written(shuffled, 24)).toBe(one);
    expect(await written([...documents].reverse(), 7)).toBe(one);
  },
  PATIENCE_MS,
);

test(
  'a document costs as much to write beside many as beside few',
  async () => {
    await database.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n');
    const random = randomOf(99);
    const rowsFor = async (count: number) => {
      const batch = Array.from({ length: count }, () =>
        prepared(randomDocument(random, `growth-${random(2 ** 31)}`, null)),
      );
      asked = 0;
      for (let at = 0; at < count; at += 20) await writeAll(database, batch.slice(at, at + 20));
      return asked / count;
    };
    await rowsFor(60);
    const few = await rowsFor(40);
    await rowsFor(260);
    expect(await rowsFor(40)).toBeLessThan(few * 1.2);
  },
  PATIENCE_MS,
);

test(
  'a batch that fails is split until the document is found that cannot be written',
  async () => {
    const random = randomOf(3);
    const batch = Array.from({ length: 9 }, (_, at) =>
      prepared(randomDocument(random, `split-${at}`, null)),
    );
    const bad = { ...batch[4]!, properties: { ...batch[4]!.properties, url: 'x'.repeat(40_000) } };
    await database.run('CREATE INDEX too_long IF NOT EXISTS FOR (d:Document) ON (d.url)');
    // What an index that is still filled cannot take stops the whole database.
    await database.run('CALL db.awaitIndexes(60)');
    try {
      const outcomes = await writeAll(database, [...batch.slice(0, 4), bad, ...batch.slice(5)]);
      expect(outcomes.map((one) => (typeof one === 'object' ? 'failed' : one))).toEqual(
        Array.from({ length: 9 }, (_, at) => (at === 4 ? 'failed' : 'written')),
      );
    } finally {
      await database.run('DROP INDEX too_long IF EXISTS');
    }
  },
  PATIENCE_MS,
);

test(
  'two writers at once: each document once, reprints are seen, nothing is doubled',
  async () => {
    await database.run('MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n');
    const random = randomOf(11);
    for (let at = 0; at < PAIRS; at++) {
      const [a, b] = ['a', 'b'].map((side) =>
        prepared(randomDocument(random, `pair-${at}-${side}`, 100 + at)),
      ) as [Prepared, Prepared];
      const outcomes = await Promise.all([[a], [b], [a, b]].map((all) => writeAll(database, all)));
      expect(outcomes.flat().filter((one) => one === 'written')).toHaveLength(2);
    }
    const rows = await database.run(
      'MATCH (d:Document) RETURN d.story AS story, count(*) AS documents',
    );
    expect(rows.map(({ documents }) => Number(documents))).toEqual(Array(PAIRS).fill(2));
    expect(await reconcile(database)).toMatchObject(RIGHT);
  },
  PATIENCE_MS,
);

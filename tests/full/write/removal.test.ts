import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { reconcile } from '../../../src/ingest/reconcile/reconcile.ts';
import { removeDocument } from '../../../src/ingest/removal/remove.ts';
import { exported } from '../../export/exported.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { answers } from '../../ingest/recorded/questions.ts';
import { saleTold } from '../../ingest/recorded/sales.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await writeAll(database, [
    saleTold('sale', '2024-04-05', { stage: 'approved', value: 900, buyer: 'JP' }),
  ]);
}, PATIENCE_MS);
afterAll(() => database.close());

test(
  'what is removed can be asked again as of before; what is forgotten leaves its id alone',
  async () => {
    const before = await exported(database);
    await writeAll(database, [
      saleTold('secret', '2024-08-05', { stage: 'delivered', value: 333_777, buyer: 'PE' }),
    ]);
    const then = await answers(database);
    await sleep(5);
    const at = new Date().toISOString();
    await sleep(5);
    await removeDocument(database, 'document:secret-2024-08-05');
    expect(await exported(database)).toBe(before);
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
    expect(await exported(database)).toBe(before);
    const left = await database.run(
      `MATCH (n) WHERE any(name IN keys(n) WHERE coalesce(toStringOrNull(n[name]), '') CONTAINS 'secret' OR coalesce(toStringOrNull(n[name]), '') CONTAINS '333777')
       UNWIND keys(n) AS key
       WITH n, key ORDER BY key
       RETURN labels(n) AS labels, collect(key) AS keys`,
    );
    expect(left).toEqual([{ labels: ['Tombstone'], keys: ['forgottenAt', 'id'] }]);
    const [edges] = await database.run(
      "MATCH (:Country {id: 'country:PE'})-[r]-() RETURN count(r) AS count",
    );
    expect(Number(edges!.count)).toBe(0);
  },
  PATIENCE_MS,
);

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

const summary = async (at: string | null) =>
  (
    await answerOf(
      database,
      `query ($at: DateTime) { summary(asOf: {recorded: $at}) { entities { kind count } relationships { type count }
        documents statements lastIngest newestDocument { title publishedOn } } }`,
      { at },
    )
  ).summary;

async function read(buyer: string, day: string): Promise<string> {
  await writeAll(database, [saleTold('sale', day, { stage: 'approved', value: 900, buyer })]);
  const at = new Date().toISOString();
  await database.transaction((writer) => writer.write('noteIngest', { at }));
  return at;
}

test(
  'the summary of a moment counts what was held then, and tells what was last read by then',
  async () => {
    const first = await read('JP', '2024-04-05');
    const was = await summary(null);
    expect(was).toMatchObject({ documents: 1, lastIngest: first });
    expect(was.newestDocument).toEqual({ title: 'Kestrel for JP', publishedOn: '2024-04-05' });
    await sleep(5);
    const at = new Date().toISOString();
    await sleep(5);
    const second = await read('NO', '2024-04-06');
    expect(await summary(null)).toMatchObject({ documents: 1, lastIngest: second });
    expect(await summary(at)).toEqual(was);
    const empty = await summary('2020-01-01T00:00:00.000Z');
    expect(empty).toMatchObject({ documents: 0, statements: 0, lastIngest: null });
    expect(empty.newestDocument).toBeNull();
  },
  PATIENCE_MS,
);

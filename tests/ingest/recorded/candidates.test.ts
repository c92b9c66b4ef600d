import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { judge } from '../../../src/ingest/merge/judge.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { told } from '../merge/told.ts';

const PATIENCE_MS = 300_000;
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
}, PATIENCE_MS);
afterAll(() => database.close());

/** He may be either of two that are apart. */
const TORN = 'person:otto-barlow';
const barlow = (source: string, year: string, name: string, version?: string) =>
  told(source, `${year}-01-01`, { name, title: 'President', country: 'SR' }, version);

const candidates = async (of: string | null, at: string | null): Promise<string> => {
  const { identityCandidates } = await answerOf(
    database,
    `query ($of: ID, $at: DateTime) { identityCandidates(of: $of, kinds: [Person], asOf: {recorded: $at}) { totalCount edges { node {
      pairId score paths reasons { feature left right weight } left { id name statementCount } right { id name degree } } } } }`,
    { of, at },
  );
  return JSON.stringify(identityCandidates);
};

test(
  'pairs that may be one are told as they were before people judged them',
  async () => {
    await writeAll(database, [
      barlow('a', '1991', 'Otto H. Barlow'),
      barlow('b', '1993', 'Otto W. Barlow'),
      barlow('c', '1992', 'Otto Barlow'),
    ]);
    await resolveGraph(database);
    const [all, ofOne] = [await candidates(null, null), await candidates(TORN, null)];
    expect(JSON.parse(all).totalCount).toBe(2);
    expect(ofOne).toBe(all);
    await sleep(5);
    const at = new Date().toISOString();
    await sleep(5);
    const by = { who: 'tester', at: '2026-01-02T00:00:00.000Z', why: null };
    await judge(database, {
      ...by,
      left: 'person:otto-h-barlow',
      right: TORN,
      verdict: 'same',
    });
    await writeAll(database, [barlow('b', '1994', 'Otto W. Barlow', 'second')]);
    await resolveGraph(database);
    expect(await candidates(null, null)).not.toBe(all);
    expect(await candidates(null, at)).toBe(all);
    expect(await candidates(TORN, at)).toBe(all);
    const before = '2020-01-01T00:00:00.000Z';
    expect(JSON.parse(await candidates(null, before)).totalCount).toBe(0);
  },
  PATIENCE_MS,
);

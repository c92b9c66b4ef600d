// `npm run bench:write [-- --parts cpu,workers --in FILE.jsonl --documents N --workers N --docs]`: CPU of
// Node and of Neo4j for each document, at graphs of growing sizes, beside the bare driver writing the
// same in turns; of a bulk load; and documents a second of workers on a queue, which only a
// machine that does nothing else can tell.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import type { Supervised } from '../../../src/embedded/instance.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { KnownDocuments } from '../../../src/ingest/pipeline/known.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { ROOT } from '../../../src/root.ts';
import { hasRedis } from '../../full/write/queue-parts.ts';
import { openBare, writeBare } from './bare.ts';
import { bulkCpu } from './bulk.ts';
import { articlesOf, type Corpus, recordsOf } from './corpus.ts';
import { cpuFor } from './cpu.ts';
import { documentsOf, fillInTurns, type Side } from './fill.ts';
import { emptied, withNeo4j } from './neo4j.ts';
import { chartOf, type Measured, tables, workersTable, writeCpu, writeWorkers } from './report.ts';
import { measureWorkers } from './workers.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'cpu,workers' },
    in: { type: 'string', default: path.join(ROOT, '../shared/data/white-house-2000.jsonl.gz') },
    documents: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '400' },
    docs: { type: 'boolean', default: false },
  },
});
const most = Number(values.documents);
const CHECKPOINTS = [500, 1_000, 2_000, 5_000, 10_000, 20_000];
/** Programs that extract, beside one that writes. */
const WORKERS = [1, 2, 4];
const READ_MOST = 2_000;
/** Documents that are written and removed before the first is measured; a checkpoint. */
const WARMING = 2_000;
const UNCHANGED = 5_000;

/** A side whose Neo4j has the schema; its documents are written by `write`. */
async function sideOf(
  neo4j: Supervised,
  write: (database: Database, documents: readonly Prepared[]) => Promise<unknown>,
): Promise<Side & { readonly database: Database }> {
  const database = openDatabase(neo4j);
  await migrate(database);
  return {
    database,
    pid: neo4j.pid,
    write: (documents) => write(database, documents),
    empty: () => emptied(database),
  };
}

/** CPU of asking for documents that are there unchanged, and of an export of all. */
async function readBack({ database, pid }: Side & { readonly database: Database }, corpus: Corpus) {
  const known = new KnownDocuments(database, 'none');
  const asked = documentsOf(corpus, 0, Math.min(most, UNCHANGED));
  const unchanged = await cpuFor(pid, asked.length, async () => {
    for (let at = 0; at < asked.length; at += 500)
      await known.of(asked.slice(at, at + 500) as never);
  });
  let lines = 0;
  const cpu = await cpuFor(pid, 1, async () => {
    for await (const _ of exportJsonLines(database)) lines++;
  });
  return { unchanged, exported: { lines, cpu } };
}

async function measure(corpus: Corpus): Promise<Measured> {
  const checkpoints = [...CHECKPOINTS.filter((documents) => documents < most), most];
  const written = await withNeo4j((one) =>
    withNeo4j(async (other) => {
      const driver = openBare(other.uri, other.user, other.password);
      const ours = await sideOf(one, writeAll);
      const bare = await sideOf(other, (_, documents) => writeBare(driver, documents));
      const warming = Math.min(WARMING, most);
      const filled = await fillInTurns([ours, bare], corpus, checkpoints, warming);
      const back = await readBack(ours, corpus);
      await Promise.all([ours.database.close(), bare.database.close(), driver.close()]);
      return { ours: filled[0]!, bare: filled[1]!, ...back };
    }),
  );
  const cpu = await bulkCpu(corpus, most);
  const times = written.ours.fromCold / cpu;
  return {
    ...{ corpus, unchanged: written.unchanged, exported: written.exported },
    ...{ ours: written.ours.at, bare: written.bare.at },
    bulk: { cpu, times, documents: most },
  };
}

const parts = values.parts.split(',');
const articles = existsSync(values.in);
if (!articles)
  console.error(`${values.in} is not there: articles are left out; name a file with --in`);

async function measureCpu(): Promise<void> {
  const read = Math.min(READ_MOST, most);
  const measured = articles ? [await measure(await articlesOf(values.in, read))] : [];
  measured.push(await measure(await recordsOf(read)));
  console.log(tables(measured));
  console.log(chartOf(measured));
  if (values.docs) writeCpu(measured);
}

async function measureQueue(): Promise<void> {
  if (!hasRedis) {
    console.error('redis-server is not installed: workers are left out');
    return;
  }
  const workers = await withNeo4j((neo4j) =>
    measureWorkers(neo4j, values.in, Number(values.workers), WORKERS),
  );
  console.log(workersTable(workers));
  if (values.docs) writeWorkers(workers);
}

if (parts.includes('workers') && articles) await measureQueue();
if (parts.includes('cpu')) await measureCpu();

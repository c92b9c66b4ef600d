// `npm run bench:write [-- --parts cpu,workers --in FILE.jsonl --documents N --workers N --docs]`: CPU of
// Node and of Neo4j for each document, at graphs of growing sizes, beside the bare driver writing the
// same in the same run; of a bulk load; and documents a second of workers on a queue, which only a
// machine that does nothing else can tell.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { type Supervised, startSupervised } from '../../../src/embedded/instance.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { KnownDocuments } from '../../../src/ingest/pipeline/known.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { createLog } from '../../../src/log.ts';
import { ROOT } from '../../../src/root.ts';
import { hasRedis } from '../../full/write/queue-parts.ts';
import { openBare, writeBare } from './bare.ts';
import { bulkCpu } from './bulk.ts';
import { articlesOf, type Corpus, recordsOf } from './corpus.ts';
import { type Cpu, cpuFor, sumOf } from './cpu.ts';
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
const CHECKPOINTS = [500, 1_000, 2_000, 5_000, 10_000, 20_000];
/** Programs that extract, beside one that writes. */
const WORKERS = [1, 2, 4];
/** Documents of one batch, and those that are measured before each checkpoint. */
const BATCH = 250;
const READ_MOST = 2_000;

async function withNeo4j<T>(work: (neo4j: Supervised) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-bench-write-'));
  const config = readConfig({
    ...process.env,
    NEO4J_URI: '',
    ENTENTE_HOME: home,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  const neo4j = await startSupervised(config, createLog('error'));
  try {
    return await work(neo4j);
  } finally {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

interface Filled {
  readonly measured: ReadonlyMap<number, Cpu>;
  /** CPU for each document, on average over all. */
  readonly each: number;
}

/** Fills a graph, and measures the batch before each checkpoint. */
async function fill(
  pid: number,
  corpus: Corpus,
  most: number,
  write: (from: number, to: number) => Promise<unknown>,
): Promise<Filled> {
  const measured = new Map<number, Cpu>();
  let total = 0;
  for (let from = 0; from < most; from += BATCH) {
    const cpu = await cpuFor(pid, BATCH, () => write(from, from + BATCH));
    total += sumOf(cpu) * BATCH;
    if (!CHECKPOINTS.includes(from + BATCH)) continue;
    measured.set(from + BATCH, cpu);
    console.error(`${corpus.name}, ${from + BATCH}: ${sumOf(cpu).toFixed(1)} ms`);
  }
  return { measured, each: total / most };
}

const documentsOf = (corpus: Corpus, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => corpus.at(from + at));

async function measure(corpus: Corpus, most: number): Promise<Measured> {
  const { ours, unchanged, exported } = await withNeo4j(async (neo4j) => {
    const database = openDatabase(neo4j);
    await migrate(database);
    const ours = await fill(neo4j.pid, corpus, most, (from, to) =>
      writeAll(database, documentsOf(corpus, from, to)),
    );
    const known = new KnownDocuments(database, 'none');
    const asked = documentsOf(corpus, 0, Math.min(most, 5_000));
    const unchanged = await cpuFor(neo4j.pid, asked.length, async () => {
      for (let at = 0; at < asked.length; at += 500)
        await known.of(asked.slice(at, at + 500) as never);
    });
    let lines = 0;
    const exported = await cpuFor(neo4j.pid, 1, async () => {
      for await (const _ of exportJsonLines(database)) lines++;
    });
    await database.close();
    return { ours, unchanged, exported: { lines, cpu: exported } };
  });
  const bulk = await bulkCpu(corpus, most);
  const bare = await withNeo4j(async (neo4j) => {
    const database = openDatabase(neo4j);
    await migrate(database);
    await database.close();
    const driver = openBare(neo4j.uri, neo4j.user, neo4j.password);
    const cpu = await fill(neo4j.pid, corpus, most, (from, to) =>
      writeBare(driver, documentsOf(corpus, from, to)),
    );
    await driver.close();
    return cpu;
  });
  const times = ours.each / bulk;
  return {
    ...{ corpus, unchanged, exported },
    ...{ ours: ours.measured, bare: bare.measured, bulk: { cpu: bulk, times, documents: most } },
  };
}

const most = Number(values.documents);
const parts = values.parts.split(',');
const articles = existsSync(values.in);
if (!articles)
  console.error(`${values.in} is not there: articles are left out; name a file with --in`);

async function measureCpu(): Promise<void> {
  const read = Math.min(READ_MOST, most);
  const measured = articles ? [await measure(await articlesOf(values.in, read), most)] : [];
  measured.push(await measure(await recordsOf(read), most));
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

// `npm run bench:identities [-- --entities N --graph N --docs]`: CPU and memory to resolve so many entities
// of the first layer at once, and CPU of Node and Neo4j to resolve what 25 more documents name in a graph of
// so many.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { startSupervised } from '../../../src/embedded/instance.ts';
import { type Told, unitsToldBy } from '../../../src/evaluation/graph/resolved.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { isCompared } from '../../../src/ingest/merge/units-of-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import { resolve } from '../../../src/ingest/resolve/linkage/resolve.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { createLog } from '../../../src/log.ts';
import { type Cpu, cpuFor } from './cpu.ts';
import { OF_A_DOCUMENT, populated, population } from './population.ts';
import { writeIdentities } from './report.ts';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '100000' },
    graph: { type: 'string', default: '100000' },
    docs: { type: 'boolean', default: false },
  },
});
/** Documents of an ingest that are resolved into the graph, as often as told. */
const MORE = 25;
const TIMES = 5;

/** How many entities documents are asked to name, so that so many are different ones. */
function askedFor(entities: number): number {
  for (let asked = entities; ; ) {
    const ids = new Set<string>();
    for (const one of populated(asked))
      for (const { id } of one.entities) if (isCompared(id)) ids.add(id);
    if (ids.size >= entities) return asked;
    asked = Math.ceil((1.02 * asked * entities) / ids.size);
  }
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;

/** @param documents makes them: no ingest has those of all before in memory */
async function inGraph(documents: () => readonly Prepared[]) {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-bench-identities-'));
  const config = readConfig({
    ...process.env,
    ...{ NEO4J_URI: '', ENTENTE_HOME: home, NEO4J_BOLT_PORT: '0', NEO4J_HTTP_PORT: '0' },
  });
  const neo4j = await startSupervised(config, createLog('error'));
  const database = openDatabase({ ...neo4j, readTimeoutMs: 60_000 });
  try {
    await migrate(database);
    await writeAll(database, documents());
    await resolveGraph(database, { all: true });
    const [held] = await database.run('MATCH (l:Local) RETURN count(l) AS entities');
    const measured: Cpu[] = [];
    for (let time = 0; time < TIMES; time++) {
      await writeAll(database, population(MORE * OF_A_DOCUMENT, 100 + time));
      measured.push(await cpuFor(neo4j.pid, 1, () => resolveGraph(database)));
    }
    return { entities: Number(held!.entities), cpu: measured };
  } finally {
    await database.close();
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function* toldBy(documents: Iterable<Prepared>): Generator<Told> {
  for (const one of documents) yield { ...one, publishedOn: String(one.properties.publishedOn) };
}

/** Nothing but the units is in memory, as its figure is that of the process. */
function atOnce(asked: number) {
  const before = process.cpuUsage();
  const units = unitsToldBy(toldBy(populated(asked)));
  const { entityOf } = resolve(units, []);
  return {
    entities: entityOf.size,
    documents: Math.ceil(asked / OF_A_DOCUMENT),
    cpu: secondsOf(process.cpuUsage(before)),
    memory: process.resourceUsage().maxRSS / 1_000,
  };
}

const all = atOnce(askedFor(Number(values.entities)));
console.log(all);
const asked = askedFor(Number(values.graph));
const more = await inGraph(() => population(asked));
console.log(more);
if (values.docs) writeIdentities(all, more);

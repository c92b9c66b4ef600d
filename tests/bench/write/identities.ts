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
import { resolved } from '../../../src/evaluation/graph/resolved.ts';
import { resolveGraph } from '../../../src/ingest/merge/resolve-graph.ts';
import { isCompared } from '../../../src/ingest/merge/units-of-graph.ts';
import { writeAll } from '../../../src/ingest/pipeline/write-all.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { createLog } from '../../../src/log.ts';
import { type Cpu, cpuFor } from './cpu.ts';
import { OF_A_DOCUMENT, population } from './population.ts';
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

const idsIn = (documents: readonly Prepared[]) =>
  new Set(documents.flatMap((one) => one.entities.map(({ id }) => id).filter(isCompared))).size;

/** As many documents as name so many different entities of the first layer. */
function enough(entities: number): Prepared[] {
  for (let asked = entities; ; ) {
    const documents = population(asked);
    const found = idsIn(documents);
    if (found >= entities) return documents;
    // Few documents more than are needed, since they count in the memory of the process.
    asked = Math.ceil((1.02 * asked * entities) / found);
  }
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;

async function inGraph(documents: readonly Prepared[]): Promise<Cpu[]> {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-bench-identities-'));
  const config = readConfig({
    ...process.env,
    ...{ NEO4J_URI: '', ENTENTE_HOME: home, NEO4J_BOLT_PORT: '0', NEO4J_HTTP_PORT: '0' },
  });
  const neo4j = await startSupervised(config, createLog('error'));
  const database = openDatabase({ ...neo4j, readTimeoutMs: 60_000 });
  try {
    await migrate(database);
    await writeAll(database, documents);
    await resolveGraph(database);
    const measured: Cpu[] = [];
    for (let time = 0; time < TIMES; time++) {
      await writeAll(database, population(MORE * OF_A_DOCUMENT, 100 + time));
      measured.push(await cpuFor(neo4j.pid, 1, () => resolveGraph(database)));
    }
    return measured;
  } finally {
    await database.close();
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Nothing but the resolution and its documents is in memory, as its figure is that of the process. */
function atOnce(documents: readonly Prepared[]) {
  const before = process.cpuUsage();
  resolved(documents.map((one) => ({ ...one, publishedOn: String(one.properties.publishedOn) })));
  return {
    entities: idsIn(documents),
    documents: documents.length,
    cpu: secondsOf(process.cpuUsage(before)),
    memory: process.resourceUsage().maxRSS / 1_000,
  };
}

const all = atOnce(enough(Number(values.entities)));
console.log(all);
const held = enough(Number(values.graph));
const more = { entities: idsIn(held), cpu: await inGraph(held) };
console.log(more);
if (values.docs) writeIdentities(all, more);

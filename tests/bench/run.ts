// `npm run bench [-- --only NAMES --size N --seconds N --concurrency 1,32 --docs]`: Entente beside
// @neo4j/graphql and the bare driver on one database. Peers are fetched on the first run; the data
// folder .entente-bench keeps the graphs, which take some minutes to load.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';
import { bodiesOf, check } from './ask.ts';
import { DEPTHS } from './depth.ts';
import { LISTS } from './lists.ts';
import { load } from './load.ts';
import { idle, type Measured, measure, peakMemory, warm } from './measure.ts';
import { chart, type Outcome, table, writeDocs } from './report/report.ts';
import { startServers } from './servers/servers.ts';
import { WORKLOADS } from './workloads.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: '200000' },
    small: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '12' },
    concurrency: { type: 'string', default: '1,32' },
    docs: { type: 'boolean', default: false },
  },
});
const peerFolder = fileURLToPath(new URL('peer', import.meta.url));
if (!existsSync(`${peerFolder}/node_modules`))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peerFolder, stdio: 'inherit' });

const chosen = [...WORKLOADS, ...DEPTHS, ...LISTS].filter(
  ({ name }) => !values.only || values.only.split(',').includes(name),
);
/** A server that takes half a second alone is not asked many times at once. */
const SLOW_MS = 500;
const slow = (rows: readonly Measured[], workload: string, target: string) =>
  rows.some((row) => row.workload === workload && row.target === target && row.p50 > SLOW_MS);
/** Questions that start at one entity must not slow down as the graph grows. */
const ANCHORED = ['point', 'four-hops', 'two-hops', 'depth-5'];

async function onGraph<T>(
  size: number,
  work: (bench: Awaited<ReturnType<typeof startServers>>) => Promise<T>,
): Promise<T> {
  const config = readConfig({
    ...process.env,
    NEO4J_URI: '',
    ENTENTE_HOME: `.entente-bench/${size}`,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  const neo4j = await startSupervised(config, createLog('error'));
  try {
    const database = openDatabase(neo4j);
    console.error(`${size.toLocaleString('en')} entities`);
    await load(database, size).finally(() => database.close());
    const servers = await startServers(neo4j, ['entente', '@neo4j/graphql', 'driver']);
    try {
      return await work(servers);
    } finally {
      servers.stop();
    }
  } finally {
    await neo4j.stop();
  }
}

async function measureAll(
  size: number,
  names: readonly string[],
  concurrencies: readonly number[],
): Promise<Outcome> {
  return onGraph(size, async ({ targets }) => {
    const rows: Measured[] = [];
    const all = chosen.filter(({ name }) => names.includes(name));
    for (const workload of all) {
      const bodies = bodiesOf(workload, size);
      await check(
        workload,
        targets.filter(({ name }) => bodies[name]),
        bodies,
      );
    }
    await idle(targets);
    // A fresh JVM is several times slower until it has compiled what it runs often.
    for (const workload of all) {
      const bodies = bodiesOf(workload, size);
      await warm(
        targets.filter(({ name }) => bodies[name]),
        bodies,
      );
    }
    for (const workload of all) {
      const bodies = bodiesOf(workload, size);
      const asked = targets.filter(({ name }) => bodies[name]);
      for (const concurrency of concurrencies) {
        const patient = asked.filter(({ name }) => !slow(rows, workload.name, name));
        const measured = await measure(
          workload.name,
          patient,
          bodies,
          concurrency,
          Number(values.seconds),
        );
        rows.push(...measured);
        console.error(table([workload], measured));
      }
    }
    const memory = Object.fromEntries(targets.map(({ name, pid }) => [name, peakMemory(pid)]));
    return { size, rows, memory };
  });
}

const size = Number(values.size);
const concurrencies = values.concurrency.split(',').map(Number);
const names = chosen.map(({ name }) => name);
const large = await measureAll(size, names, concurrencies);
const anchored = names.filter((name) => ANCHORED.includes(name));
const small =
  values.small === '0' ? undefined : await measureAll(Number(values.small), anchored, [1]);
console.log(table(chosen, large.rows, small?.rows));
console.log(chart(chosen, large.rows));
for (const [server, mb] of Object.entries(large.memory))
  console.log(`peak memory of ${server}: ${mb} MB`);
if (values.docs && small) writeDocs(chosen, large, small, new Date().toISOString().slice(0, 10));

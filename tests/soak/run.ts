// `npm run soak [-- --scale 0.1 --only NAMES --docs]`: every kind of attack and fault on a server of
// the production profile. Figures want a quiet machine.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/db/connect.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';
import { ROOT } from '../../src/root.ts';
import { load } from '../bench/load.ts';
import { machine } from '../bench/report/machine.ts';
import { abuse, memory } from './abuse.ts';
import { startBench } from './bench.ts';
import type { Check, Found } from './check.ts';
import { cancel, sigterm, slowNeo4j } from './faults.ts';
import { overload, readers, starve } from './load.ts';

const CHECKS: Readonly<Record<string, Check>> = {
  ...{ abuse, overload, starve, readers, cancel },
  'slow-neo4j': slowNeo4j,
  ...{ memory, sigterm },
};
const PAGE = path.join(ROOT, 'docs/reliability.md');
const PATIENCE_MS = 120_000;
const MARK = /(<!-- soak -->\n)[\s\S]*?(<!-- \/soak -->)/;

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    size: { type: 'string', default: '20000' },
    only: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
});
const scale = Number(values.scale);
const names = values.only?.split(',') ?? Object.keys(CHECKS);
const unknown = names.filter((name) => !Object.hasOwn(CHECKS, name));
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`--only takes ${Object.keys(CHECKS).join(', ')}; --scale is above 0.`);
  process.exit(2);
}

function table(rows: readonly (readonly [Check, Found])[]): string {
  const lines = rows.map(
    ([{ name, goal }, { found, holds }]) =>
      `| ${name} | ${goal} | ${found} | ${holds ? 'yes' : '**no**'} |`,
  );
  return ['| kind | goal | found | holds |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** A Neo4j of its own, or the one that tests are given, whose graph is replaced. */
async function testNeo4j() {
  const { ENTENTE_TEST_NEO4J_URI: uri, ENTENTE_TEST_NEO4J_PASSWORD: password = '' } = process.env;
  if (uri) return { uri, user: 'neo4j', password, stop: async () => {} };
  const home = await mkdtemp(path.join(tmpdir(), 'entente-soak-'));
  const started = await startSupervised(
    readConfig({ ENTENTE_HOME: home, NEO4J_BOLT_PORT: '0', NEO4J_HTTP_PORT: '0' }),
    createLog('error'),
  );
  const stop = async () => {
    await started.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { uri: started.uri, user: started.user, password: started.password, stop };
}

// Memory is measured of what runs in production.
execFileSync(process.execPath, ['scripts/build.js'], { cwd: ROOT, stdio: 'inherit' });
const neo4j = await testNeo4j();
const database = openDatabase(neo4j);
const rows: (readonly [Check, Found])[] = [];
try {
  await connect(database, { uri: neo4j.uri, configured: false, patienceMs: PATIENCE_MS });
  await database.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await load(database, Number(values.size));
  const bench = await startBench(neo4j, database);
  try {
    for (const name of names) {
      const check = CHECKS[name]!;
      console.error(`${check.name} ...`);
      const start = performance.now();
      const found = await check.run(bench, scale, true);
      const seconds = Math.round((performance.now() - start) / 1_000);
      console.error(
        `  ${found.holds ? 'holds' : 'FALLS SHORT'} after ${seconds} s: ${found.found}`,
      );
      rows.push([check, found]);
    }
  } finally {
    await bench.stop();
  }
} finally {
  await database.close();
  await neo4j.stop();
}
console.log(table(rows));
if (values.docs) {
  const date = new Date().toISOString().slice(0, 10);
  const text = `Measured on ${date} at scale ${scale}: ${machine()}; Neo4j, the server and its attackers share it. ${Number(values.size).toLocaleString('en')} entities.\n\n${table(rows)}\n`;
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(MARK, (_, open, close) => `${open}\n${text}\n${close}`),
  );
}
process.exitCode = rows.every(([, { holds }]) => holds) ? 0 : 1;

// `npm run bench:guards [-- --size N --seconds N --docs]`: processor time of a request with and without
// what guards the server, in slices that take turns on one database.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/database.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';
import { ROOT } from '../../src/root.ts';
import { bodiesOf } from './ask.ts';
import { load } from './load.ts';
import { idle, measure } from './measure.ts';
import { machine } from './report/machine.ts';
import { startServers } from './servers/servers.ts';
import { WORKLOADS } from './workloads.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '20' },
    docs: { type: 'boolean', default: false },
  },
});
/** Milliseconds of processor time that the guards may cost. */
const GOAL = 0.1;
const PAGE = path.join(ROOT, 'docs/reliability.md');
const MARK = /(<!-- guards -->\n)[\s\S]*?(<!-- \/guards -->)/;
const size = Number(values.size);
const lines = [
  '| at once | CPU with guards, ms | without | guards |',
  '| ---: | ---: | ---: | ---: |',
];
const neo4j = await startSupervised(
  readConfig({
    ENTENTE_HOME: `.entente-bench/${size}`,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  }),
  createLog('error'),
);
try {
  const database = openDatabase(neo4j);
  await load(database, size).finally(() => database.close());
  const servers = await startServers(neo4j, ['entente', 'unguarded']);
  try {
    let worst = 0;
    const point = WORKLOADS.find(({ name }) => name === 'point')!;
    const asked = bodiesOf(point, size).entente!;
    const bodies = { entente: asked, unguarded: asked };
    await idle(servers.targets);
    // What V8 and the JVM have not yet compiled costs several times as much; this run is not told.
    await measure(point.name, servers.targets, bodies, 8, Number(values.seconds));
    for (const concurrency of [1, 8]) {
      const [guarded, bare] = await measure(
        point.name,
        servers.targets,
        bodies,
        concurrency,
        Number(values.seconds),
      );
      const cost = guarded!.cpu - bare!.cpu;
      worst = Math.max(worst, cost);
      lines.push(
        `| ${concurrency} | ${guarded!.cpu.toFixed(3)} | ${bare!.cpu.toFixed(3)} | ${cost.toFixed(3)} |`,
      );
    }
    console.log(lines.join('\n'));
    if (values.docs) {
      const day = new Date().toISOString().slice(0, 10);
      const text = `${lines.join('\n')}\n\nMeasured on ${day}, ${machine()}; the goal is ${GOAL} ms.\n`;
      writeFileSync(
        PAGE,
        readFileSync(PAGE, 'utf8').replace(MARK, (_, open, close) => `${open}\n${text}\n${close}`),
      );
    }
    process.exitCode = worst <= GOAL ? 0 : 1;
  } finally {
    servers.stop();
  }
} finally {
  await neo4j.stop();
}

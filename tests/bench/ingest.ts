// `npm run bench:ingest [-- --documents N --reader fast --docs]`: how many articles one core extracts in a second,
// and whether memory stays flat. CPU time is counted, so that other work on the machine matters
// less; everything runs in one process, from the JavaScript that runs in production.
import { parseArgs } from 'node:util';
import { extractCarefully, loadReader } from '../../src/ingest/extract/extract.ts';
import { readerHere } from '../../src/ingest/extract/version.ts';
import { makeArticles } from './articles.ts';
import { figures, type Stretch, table, writeIngestDocs } from './report/ingest-report.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    reader: { type: 'string', default: readerHere() },
    docs: { type: 'boolean', default: false },
  },
});
const CHECKPOINTS = [100, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
const MB = 2 ** 20;

function memory(): Pick<Stretch, 'rss' | 'heap'> {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / MB, heap: heapUsed / MB };
}

const documents = Number(values.documents);
const article = await makeArticles();
const extractor = loadReader(values.reader === 'fast' ? 'fast' : 'careful');
const stretches: Stretch[] = [];
let before = 0;
let cpu = process.cpuUsage();
let statements = 0;
for (let number = 1; number <= documents; number++) {
  statements += (await extractCarefully(article(number), extractor)).statements.length;
  if (!CHECKPOINTS.includes(number) && number !== documents) continue;
  const { user, system } = process.cpuUsage(cpu);
  stretches.push({
    documents: number,
    cpu: (user + system) / 1_000 / (number - before),
    ...memory(),
  });
  console.error(table(stretches.slice(-1)));
  before = number;
  cpu = process.cpuUsage();
}
const outcome = { stretches, statements, version: extractor.version };
console.log(figures(outcome));
if (values.docs) writeIngestDocs(outcome);

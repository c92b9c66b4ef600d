import path from 'node:path';
import { defineCommand } from 'citty';
import { readConfig } from '../config.ts';
import { ingest } from '../ingest/ingest.ts';
import { createLog } from '../log.ts';
import { ROOT } from '../root.ts';
import { lexiconFolders } from './ingest.ts';
import { ingestProgress } from './progress.ts';
import { run } from './run.ts';
import { serveUntilStopped } from './serve.ts';

const EXAMPLES = path.join(ROOT, 'examples/documents');

export const startCommand = defineCommand({
  meta: {
    name: 'start',
    description: 'The main job: start Neo4j, read the examples on the first start, serve',
  },
  run: () =>
    run(async () => {
      const config = readConfig();
      await serveUntilStopped(config, createLog(config.LOG_LEVEL), async ({ database }) => {
        const [row] = await database.read('countDocuments', {});
        if ((row?.documents ?? 0) > 0) return;
        process.stderr.write('reading the examples\n');
        const progress = ingestProgress();
        const report = await ingest(database, [EXAMPLES], {
          onProgress: progress.tick,
          lexicons: lexiconFolders(config.ENTENTE_HOME),
        });
        progress.stop();
        process.stderr.write(
          `read ${report.documents} documents, ${report.statements} statements, in ${report.seconds} s\n`,
        );
      });
    }),
});

import path from 'node:path';
import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { ingest } from '../../ingest/ingest.ts';
import { createLog } from '../../log.ts';
import { ROOT } from '../../root.ts';
import { withDiskWatched } from '../database/disk-watch.ts';
import { documentBounds, lexiconFolders } from '../ingest.ts';
import { ingestProgress } from '../progress.ts';
import { run, type Stopping } from '../run.ts';
import { serveUntilStopped } from './serve.ts';

const EXAMPLES = path.join(ROOT, 'examples/documents');

/**
 * Reads the examples into an empty database, or resumes an earlier start that was interrupted.
 * @throws {InterruptedError} when the program is asked to stop during this
 */
export async function readExamples(
  config: Config,
  database: Database,
  stop: Stopping,
  folder = EXAMPLES,
): Promise<void> {
  const [row] = await database.read('countDocuments', {}, { timeoutMs: 20_000 });
  const { documents = 0, unfinished = false } = row ?? {};
  if (documents > 0 && !unfinished) return;
  const note = (still: boolean) =>
    database.transaction((writer) => writer.write('noteFirstRead', { unfinished: still }));
  process.stderr.write(
    unfinished
      ? `an earlier start was stopped while it read the examples, after ${documents} documents; reading on\n`
      : 'reading the examples (Ctrl-C stops after the document under way; the next start reads on)\n',
  );
  await note(true);
  const progress = ingestProgress();
  const report = await withDiskWatched(config, stop.signal, (signal) =>
    ingest(database, [folder], {
      onProgress: progress.tick,
      lexicons: lexiconFolders(config.ENTENTE_HOME),
      bounds: documentBounds(config),
      signal,
    }),
  ).finally(() => progress.stop());
  if (report.interrupted)
    throw stop.interrupted(
      `stopped after ${report.documents} documents of the examples; the next start reads on from there`,
    );
  await note(false);
  process.stderr.write(
    `read ${report.documents} documents, ${report.statements} statements, in ${report.seconds} s\n`,
  );
}

export const startCommand = defineCommand({
  meta: {
    name: 'start',
    description: 'The main job: start Neo4j, read the examples on the first start, serve',
  },
  run: () =>
    run(async () => {
      const config = readConfig();
      await serveUntilStopped(config, createLog(config.LOG_LEVEL), ({ database }, stop) =>
        readExamples(config, database, stop),
      );
    }),
});

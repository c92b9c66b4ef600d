import { setTimeout as sleep } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { openPool } from '../../ingest/extract/pool.ts';
import { extractorVersion } from '../../ingest/extract/version.ts';
import { readLexicon } from '../../ingest/lexicon/lexicon.ts';
import { readingVersion } from '../../ingest/model-service/model-service.ts';
import { KnownDocuments } from '../../ingest/pipeline/known.ts';
import { readAll } from '../../ingest/readers/read.ts';
import { createLog } from '../../log.ts';
import type { SourceDocument } from '../../model/extraction.ts';
import { type Enqueued, enqueue, nothingEnqueued } from '../../queue/enqueue.ts';
import { checkQueue, connectionOf, queueOf, spoolOf } from '../../queue/queues.ts';
import { documentBounds, lexiconFolders } from '../ingest.ts';
import { run, stopping } from '../run.ts';
import { withDatabase } from '../with-database.ts';

const ASKED_TOGETHER = 250;
const LOOK_AGAIN_MS = 10_000;

interface Target {
  readonly queue: ReturnType<typeof queueOf>;
  readonly spool: ReturnType<typeof spoolOf>;
  readonly extractor: string;
}

/** Reads all paths once, and queues the documents that the graph lacks in this version. */
async function enqueueOnce(
  paths: readonly string[],
  config: Config,
  database: Database,
  target: Target,
  signal: AbortSignal,
): Promise<Enqueued> {
  const tally = nothingEnqueued();
  const pool = openPool(1, lexiconFolders(config.ENTENTE_HOME), documentBounds(config));
  const known = new KnownDocuments(database, target.extractor);
  let some: SourceDocument[] = [];
  const flush = async () => {
    const states = await known.of(some);
    const fresh = some.filter((_, at) => states[at] === null);
    tally.known += some.length - fresh.length;
    await enqueue(fresh, target, tally);
    for (const document of fresh) known.done(document);
    some = [];
  };
  try {
    for await (const item of readAll(paths, {}, pool.parsers)) {
      if (signal.aborted) break;
      if ('reject' in item) {
        tally.rejected++;
        const { file, line, reason } = item.reject;
        process.stderr.write(`refused: ${line === null ? file : `${file}:${line}`}: ${reason}\n`);
      } else if ('document' in item && some.push(item.document) >= ASKED_TOGETHER) await flush();
    }
    await flush();
  } finally {
    await pool.close();
  }
  return tally;
}

export const enqueueCommand = defineCommand({
  meta: { name: 'enqueue', description: 'Queue documents for workers to read and write' },
  args: {
    path: { type: 'positional', required: true, description: 'Files or folders' },
    watch: {
      type: 'boolean',
      default: false,
      description: 'Go on looking for new and changed documents, until Ctrl-C',
    },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      const spool = spoolOf(config);
      const redis = connectionOf(config);
      const { signal, release } = stopping();
      try {
        await checkQueue(redis, config);
        const lexicon = readLexicon(...lexiconFolders(config.ENTENTE_HOME));
        const extractor = readingVersion(extractorVersion(lexicon), config);
        const target = { queue: queueOf('extract', redis), spool, extractor };
        await withDatabase(
          config,
          createLog(config.LOG_LEVEL),
          async (database) => {
            do {
              const tally = await enqueueOnce(args._, config, database, target, signal);
              process.stdout.write(`${JSON.stringify(tally)}\n`);
              if (args.watch) await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
            } while (args.watch && !signal.aborted);
          },
          signal,
        );
      } finally {
        release();
        redis.disconnect();
      }
    }),
});

import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { ConfigError } from '../../errors.ts';
import { openPool } from '../../ingest/extract/pool.ts';
import { extractorVersion } from '../../ingest/extract/version.ts';
import { readLexicon } from '../../ingest/lexicon/lexicon.ts';
import { resolveGraph } from '../../ingest/merge/resolve-graph.ts';
import { readerWithService, readingVersion } from '../../ingest/model-service/model-service.ts';
import { preparedOf } from '../../ingest/pipeline/prepared.ts';
import { writeAll } from '../../ingest/pipeline/write-all.ts';
import { createLog, type Log } from '../../log.ts';
import { startExtracting } from '../../queue/extract-worker.ts';
import { checkQueue, connectionOf, spoolOf } from '../../queue/queues.ts';
import { writeUntilStopped } from '../../queue/write-worker.ts';
import { documentBounds, lexiconFolders } from '../ingest.ts';
import { run, stopping } from '../run.ts';
import { withDatabase } from '../with-database.ts';

type Common = Pick<Parameters<typeof writeUntilStopped>[0], 'redis' | 'spool' | 'extractor'>;

function numberOf(option: string, given: string, least: number, most: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ConfigError(`--${option} is "${given}"; it must be ${least} to ${most}.`);
  return number;
}

async function extractUntilStopped(
  common: Common,
  config: Config,
  jobs: number,
  stopped: Promise<void>,
): Promise<void> {
  const pool = openPool(jobs, lexiconFolders(config.ENTENTE_HOME), documentBounds(config));
  const lexicon = readLexicon(...lexiconFolders(config.ENTENTE_HOME));
  const rules = { version: extractorVersion(lexicon), extract: pool.extract };
  const { extract } = readerWithService(rules, config);
  const worker = startExtracting({ ...common, extract, jobs });
  worker.on('error', () => {}); // it connects again
  process.stderr.write(`extracting, ${jobs} at once, until Ctrl-C\n`);
  await stopped;
  await worker.close();
  await pool.close();
}

async function writeAllUntilStopped(
  common: Common,
  config: Config,
  log: Log,
  { batch, lingerMs }: { readonly batch: number; readonly lingerMs: number },
  signal: AbortSignal,
): Promise<void> {
  const lexicon = readLexicon(...lexiconFolders(config.ENTENTE_HOME));
  await withDatabase(
    config,
    log,
    async (database) => {
      await migrate(database, { signal });
      const name = `${config.NEO4J_URI ?? config.ENTENTE_HOME} ${config.NEO4J_DATABASE ?? ''}`;
      process.stderr.write(`writing, ${batch} documents at once, until Ctrl-C\n`);
      await writeUntilStopped(
        {
          ...common,
          batch,
          lingerMs,
          signal,
          database: name.trim(),
          write: async (documents) => {
            const outcomes = await writeAll(
              database,
              documents.map(({ source, extraction }) => preparedOf(source, extraction, lexicon)),
            );
            await resolveGraph(database);
            return outcomes;
          },
        },
        (message) => log.warn(message),
      );
    },
    signal,
  );
}

export const workCommand = defineCommand({
  meta: { name: 'work', description: 'Read, or write, what is queued, until Ctrl-C' },
  args: {
    role: {
      type: 'enum',
      options: ['extract', 'write'],
      required: true,
      description: 'extract: as many as there are machines; write: one works, others stand by',
    },
    jobs: { type: 'string', default: '2', description: 'Threads that extract' },
    batch: { type: 'string', default: '50', description: 'Documents of one transaction' },
    linger: { type: 'string', default: '500', description: 'Milliseconds that a batch waits' },
  },
  run: ({ args }) =>
    run(async () => {
      const jobs = numberOf('jobs', args.jobs, 1, 64);
      const batch = numberOf('batch', args.batch, 1, 250);
      const lingerMs = numberOf('linger', args.linger, 0, 60_000);
      const config = readConfig();
      const spool = spoolOf(config);
      const redis = connectionOf(config);
      const { signal, stopped, release } = stopping();
      try {
        await checkQueue(redis, config);
        const lexicon = readLexicon(...lexiconFolders(config.ENTENTE_HOME));
        const extractor = readingVersion(extractorVersion(lexicon), config);
        const common = { redis, spool, extractor };
        if (args.role === 'extract') await extractUntilStopped(common, config, jobs, stopped);
        else
          await writeAllUntilStopped(
            common,
            config,
            createLog(config.LOG_LEVEL),
            { batch, lingerMs },
            signal,
          );
      } finally {
        release();
        redis.disconnect();
      }
    }),
});

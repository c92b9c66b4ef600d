import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { type Config, readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { ConfigError } from '../errors.ts';
import {
  exitCodeOf,
  FORMATS,
  type Format,
  type IngestOptions,
  ingest,
  type Report,
} from '../ingest/ingest.ts';
import { type DocumentReader, readerWithService } from '../ingest/model-service/model-service.ts';
import { createLog } from '../log.ts';
import { isFuzzyDate } from '../model/dates.ts';
import { withDiskWatched } from './database/disk-watch.ts';
import { ingestProgress } from './progress.ts';
import { run, stopping } from './run.ts';
import { linesOf } from './tell.ts';
import { withDatabase } from './with-database.ts';
import { checkWritable } from './writable.ts';
import { ingestInBulk } from './write/bulk.ts';

const JOBS_MAX = 16;
const REJECTS = 'rejects.jsonl';

/** Folders where users keep their own lexicons. */
export const lexiconFolders = (home: string) => [path.join(home, 'lexicons')];

const INTERRUPTED = 130;

async function ingestInto(
  config: Config,
  paths: readonly string[],
  options: IngestOptions,
  bulk: boolean,
): Promise<Report> {
  const log = createLog(config.LOG_LEVEL);
  const warn = (message: string) => log.warn(message);
  const { signal, release } = stopping();
  // The disk is checked before Neo4j starts, because it cannot start on a full one.
  try {
    return await withDiskWatched(
      config,
      signal,
      (ended) =>
        bulk
          ? ingestInBulk(config, log, paths, { ...options, signal: ended })
          : withDatabase(
              config,
              log,
              async (database) => {
                await migrate(database, { signal: ended });
                return ingest(database, paths, { ...options, signal: ended });
              },
              ended,
            ),
      warn,
    );
  } finally {
    release();
  }
}

/** Limits of processor time and memory for one document. */
export const documentBounds = (config: Config) => ({
  cpuMs: config.DOCUMENT_TIMEOUT_MS,
  memoryMb: config.DOCUMENT_MEMORY_MB,
});

export const ingestCommand = defineCommand({
  meta: { name: 'ingest', description: 'Read documents and merge what they say into the graph' },
  args: {
    path: {
      type: 'positional',
      required: true,
      description: 'Files, folders, or - for standard input',
    },
    format: {
      type: 'enum',
      options: [...FORMATS],
      description: 'Of all files, instead of what their content says',
    },
    'published-on': {
      type: 'string',
      description: 'Date of documents that do not tell theirs: 2025-10-31',
    },
    'dry-run': {
      type: 'boolean',
      default: false,
      description: 'Extract and report; write nothing',
    },
    report: { type: 'string', description: 'Also write the report to this file' },
    rejects: {
      type: 'string',
      default: REJECTS,
      description: 'File for records that could not be read',
    },
    jobs: { type: 'string', default: '1', description: 'Threads that extract' },
    bulk: {
      type: 'boolean',
      default: false,
      description: 'Fill an empty embedded Neo4j through its own importer',
    },
  },
  run: ({ args }) =>
    run(async () => {
      const publishedOn = args['published-on'];
      if (publishedOn !== undefined && !isFuzzyDate(publishedOn))
        throw new ConfigError(
          `--published-on "${publishedOn}" is no date; write it as 2025-10-31, 2025-10 or 2025.`,
        );
      const jobs = Number(args.jobs);
      if (!Number.isInteger(jobs) || jobs < 1 || jobs > JOBS_MAX)
        throw new ConfigError(`--jobs is "${args.jobs}"; it must be 1 to ${JOBS_MAX}.`);
      if (args.report) checkWritable('--report', args.report);
      // The default file is created only for rejects, so it need not be writable without them.
      if (args.rejects !== REJECTS) checkWritable('--rejects', args.rejects);
      const config = readConfig();
      const progress = ingestProgress();
      const options = {
        jobs,
        rejectsFile: args.rejects,
        lexicons: lexiconFolders(config.ENTENTE_HOME),
        readBy: (rules: DocumentReader) => readerWithService(rules, config),
        bounds: documentBounds(config),
        onProgress: progress.tick,
        ...(args.format ? { format: args.format as Format } : {}),
        ...(publishedOn ? { publishedOn } : {}),
      };
      const report = args['dry-run']
        ? await ingest(null, args._, options)
        : await ingestInto(config, args._, options, args.bulk);
      progress.stop();
      for (const line of linesOf(report)) process.stderr.write(`${line}\n`);
      const text = `${JSON.stringify(report, null, 2)}\n`;
      process.stdout.write(text);
      if (args.report) writeFileSync(args.report, text);
      process.exitCode = exitCodeOf(report);
      if (report.interrupted) {
        process.stderr.write(
          `stopped after ${report.documents} documents; the same command goes on from there\n`,
        );
        process.exitCode = INTERRUPTED;
      }
    }),
});

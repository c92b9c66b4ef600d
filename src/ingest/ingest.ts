import type { Database } from '../db/database.ts';
import { openPool } from './extract/pool.ts';
import type { Bounds } from './extract/thread.ts';
import { extractorVersion } from './extract/version.ts';
import { LEXICON_FOLDER, readLexicon } from './lexicon/lexicon.ts';
import { resolveGraph } from './merge/resolve-graph.ts';
import type { DocumentReader } from './model-service/model-service.ts';
import { KnownDocuments } from './pipeline/known.ts';
import { readAhead } from './pipeline/read-ahead.ts';
import { Rejects } from './pipeline/rejects.ts';
import { dryRun, intoGraph, type Sink, settle } from './pipeline/sink.ts';
import { type ReadOptions, readAll } from './readers/read.ts';
import type { ReadItem } from './readers/record.ts';
import {
  emptyReport,
  FileTally,
  noteResolved,
  noteSkip,
  noteWarnings,
  type Report,
} from './report.ts';

export type { Reader } from './extract/version.ts';
export { openPreviews, type Previewed, type Previews } from './preview.ts';
export { FORMATS, type Format } from './readers/read.ts';
export { exitCodeOf, type Report } from './report.ts';

export interface IngestOptions extends ReadOptions {
  /** Number of threads that extract. */
  readonly jobs?: number;
  /** Where rejected records are written. */
  readonly rejectsFile?: string;
  /** Folders with the user's own lexicons. */
  readonly lexicons?: readonly string[];
  /** Wraps the rules' reader by one that reads documents instead. */
  readonly readBy?: (rules: DocumentReader) => DocumentReader;
  /** Limits of processor time and memory for one document. */
  readonly bounds?: Bounds;
  readonly onProgress?: (report: Readonly<Report>) => void;
  /** Stops after the current batch. What was written stays; another run continues from there. */
  readonly signal?: AbortSignal;
}

const now = () => new Date().toISOString();

/**
 * Reads documents and passes their content to the sink in order. Unreadable ones are reported, and
 * the others are still read.
 * @param database asked which documents it already has; null reads everything
 */
export async function readInto(
  sink: Sink,
  database: Database | null,
  paths: readonly string[],
  options: IngestOptions,
): Promise<Report> {
  const { jobs = 1, rejectsFile, lexicons = [], onProgress = () => {} } = options;
  const start = performance.now();
  const report = emptyReport(sink === dryRun);
  const tally = new FileTally();
  const rejects = new Rejects(rejectsFile, report);
  const lexicon = readLexicon(...lexicons);
  noteWarnings(
    report,
    lexicon.rejected.filter((row) => !row.startsWith(LEXICON_FOLDER)),
  );
  const pool = openPool(jobs, lexicons, options.bounds);
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const stop = () => void pool.close();
  signal.addEventListener('abort', stop);
  const rules = { version: extractorVersion(lexicon), extract: pool.extract };
  const reader = options.readBy?.(rules) ?? rules;
  const known = database && new KnownDocuments(database, reader.version);

  const tell = (item: ReadItem) => {
    if ('reject' in item) {
      rejects.add(item.reject);
      tally.note(item.reject.file, false);
      onProgress(report);
    } else if ('skip' in item) noteSkip(report, item.skip);
    else if ('warning' in item) noteWarnings(report, [item.warning]);
    else noteWarnings(report, item.warnings);
  };

  try {
    const items = readAll(paths, options, pool.parsers);
    await settle(readAhead(items, { reader, jobs }, known, tell, signal), {
      sink,
      known,
      lexicon,
      report,
      tally,
      rejects,
      onProgress,
      signal,
    });
    report.interrupted = options.signal?.aborted ?? false;
  } finally {
    failed.abort();
    report.mostlyEmpty = tally.mostlyEmpty();
    report.rejects = rejects.close();
    await pool.close();
  }
  report.seconds = Math.round(performance.now() - start) / 1_000;
  return report;
}

/**
 * Resolves the identities of everything written since the last resolution. When interrupted, the
 * next ingest continues.
 */
async function resolveWritten(
  database: Database,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    noteResolved(report, await resolveGraph(database, { signal }));
  } catch (error) {
    if (!signal?.aborted) throw error;
    report.interrupted = true;
  }
}

/**
 * Reads documents and merges them into the graph, one batch per transaction. It may be run again
 * after any interruption, and at the same time as others.
 * @param database null: a dry run, which extracts and writes nothing
 */
export async function ingest(
  database: Database | null,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<Report> {
  if (database === null) return readInto(dryRun, null, paths, options);
  const report = await readInto(intoGraph(database), database, paths, options);
  if (!report.interrupted) await resolveWritten(database, report, options.signal);
  if (report.written > 0 || report.merged > 0)
    await database.transaction((writer) => writer.write('noteIngest', { at: now() }));
  return report;
}

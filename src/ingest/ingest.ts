import { closeSync, openSync, writeSync } from 'node:fs';
import type { Database } from '../db/database.ts';
import { ReadError } from '../errors.ts';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import { openPool, type Pool } from './extract/pool.ts';
import type { Bounds } from './extract/thread.ts';
import { LEXICON_FOLDER, readLexicon } from './lexicon/lexicon.ts';
import { type ReadOptions, readAll } from './readers/read.ts';
import type { Reject } from './readers/record.ts';
import {
  emptyReport,
  FileTally,
  noteExtraction,
  noteReject,
  noteSkip,
  noteWarnings,
  type Report,
} from './report.ts';
import { identify } from './resolve/identity/identity.ts';
import { writeDocument } from './write/write-document.ts';

export { openPreviews, type Previewed, type Previews } from './preview.ts';
export { FORMATS, type Format } from './readers/read.ts';
export { exitCodeOf, type Report } from './report.ts';

export interface IngestOptions extends ReadOptions {
  /** Threads that extract. */
  readonly jobs?: number;
  /** Where rejected records are written. */
  readonly rejectsFile?: string;
  /** Folders of a user's own lexicons. */
  readonly lexicons?: readonly string[];
  /** What one document may cost. */
  readonly bounds?: Bounds;
  readonly onProgress?: (report: Readonly<Report>) => void;
  /** Ends the work after the document under way. What was written stays; a second run goes on. */
  readonly signal?: AbortSignal;
}

/** Documents that are extracted ahead of the one that is written. */
const AHEAD = 4;

/**
 * Rejected records, one a line; the file is made with the first. Where it cannot be written, that
 * is a warning, and the rest goes on.
 */
function rejectsWriter(file: string | undefined, report: Report) {
  let open: number | null = null;
  let failed = file === undefined;
  return {
    write(reject: Reject) {
      if (file === undefined || failed) return;
      try {
        open ??= openSync(file, 'w');
        writeSync(open, `${JSON.stringify(reject)}\n`);
      } catch (error) {
        failed = true;
        noteWarnings(report, [
          `${file}: rejected records are not written: ${(error as Error).message}; name another file with --rejects`,
        ]);
      }
    },
    close(): string | null {
      if (open === null) return null;
      closeSync(open);
      return file ?? null;
    },
  };
}

interface Ready {
  readonly source: SourceDocument;
  readonly extraction: Promise<Extraction>;
}

/**
 * Reads documents and merges what they say into the graph, one transaction for each. What cannot
 * be read is reported, and the rest goes on. Safe to run again, wherever it was interrupted.
 * @param database null: a dry run, which extracts and writes nothing
 */
export async function ingest(
  database: Database | null,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<Report> {
  const { jobs = 1, rejectsFile, lexicons = [], onProgress = () => {}, signal } = options;
  const start = performance.now();
  const report = emptyReport(database === null);
  const rejects = rejectsWriter(rejectsFile, report);
  const tally = new FileTally();
  const { agreements, rejected } = readLexicon(...lexicons);
  noteWarnings(
    report,
    rejected.filter((row) => !row.startsWith(LEXICON_FOLDER)),
  );
  const pool: Pool = openPool(jobs, lexicons, options.bounds);
  const stop = () => void pool.close();
  signal?.addEventListener('abort', stop);
  const queue: Ready[] = [];

  async function finish({ source, extraction: pending }: Ready): Promise<void> {
    let extraction: Extraction;
    try {
      extraction = await pending;
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof ReadError)) throw error;
      const failed = {
        file: source.source,
        line: null,
        byteOffset: null,
        reason: error.message,
        excerpt: source.raw.slice(0, 200),
      };
      noteReject(report, failed);
      rejects.write(failed);
      return;
    }
    report.documents++;
    noteExtraction(report, source.source, extraction);
    tally.note(source.source, extraction.statements.length > 0);
    noteWarnings(
      report,
      extraction.warnings.map((warning) => `${source.source}: ${warning}`),
    );
    if (database !== null) {
      const ids = identify(source, extraction, { agreements });
      report[await writeDocument(database, source, extraction, ids, new Date().toISOString())]++;
    }
    onProgress(report);
  }

  try {
    for await (const item of readAll(paths, options, pool.parsers)) {
      if (signal?.aborted) break;
      if ('reject' in item) {
        noteReject(report, item.reject);
        tally.note(item.reject.file, false);
        rejects.write(item.reject);
        onProgress(report);
        continue;
      }
      if ('skip' in item) {
        noteSkip(report, item.skip);
        continue;
      }
      if ('warning' in item) {
        noteWarnings(report, [item.warning]);
        continue;
      }
      noteWarnings(report, item.warnings);
      const extraction = pool.extract(item.document);
      extraction.catch(() => {}); // reported when its turn comes
      queue.push({ source: item.document, extraction });
      if (queue.length >= jobs * AHEAD) await finish(queue.shift()!);
    }
    for (const ready of queue) {
      if (signal?.aborted) break;
      await finish(ready);
    }
    report.interrupted = signal?.aborted ?? false;
    if (database !== null && report.written > 0)
      await database.transaction((writer) =>
        writer.write('noteIngest', { at: new Date().toISOString() }),
      );
  } finally {
    report.mostlyEmpty = tally.mostlyEmpty();
    report.rejects = rejects.close();
    signal?.removeEventListener('abort', stop);
    await pool.close();
  }
  report.seconds = Math.round(performance.now() - start) / 1_000;
  return report;
}

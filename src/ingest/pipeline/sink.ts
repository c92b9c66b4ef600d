import type { Database } from '../../db/database.ts';
import { ReadError } from '../../errors.ts';
import type { SourceDocument } from '../../model/extraction.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { FileTally, Report, Yield } from '../report.ts';
import { noteWarnings, noteWritten, noteYield } from '../report.ts';
import type { Prepared } from '../write/prepare.ts';
import type { KnownDocuments } from './known.ts';
import { preparedOf } from './prepared.ts';
import { Queue } from './queue.ts';
import type { Read } from './read-ahead.ts';
import { type Rejects, rejectOf } from './rejects.ts';
import { type Outcome, writeAll } from './write-all.ts';

/** Where documents are written. */
export interface Sink {
  /** @returns the outcome of each, in order */
  write(documents: readonly Prepared[]): Promise<readonly Outcome[]>;
}

/** Writes nothing; the report still counts what documents hold. */
export const dryRun: Sink = { write: async (documents) => documents.map(() => 'unchanged') };

export const intoGraph = (database: Database): Sink => ({
  write: (documents) => writeAll(database, documents),
});

interface Ready {
  readonly source: SourceDocument;
  readonly prepared: Prepared | null;
  readonly yields: Yield;
}

/** Most documents of one transaction, and most mentions and statements. */
const DOCUMENTS_MAX = 250;
const ROWS_MAX = 5_000;
const LINGER_MS = 500;
/** Most rows that wait to be written while extraction goes on. */
const ROOM = 2 * ROWS_MAX;

const weightOf = ({ prepared }: Ready) =>
  1 + (prepared ? prepared.entities.length + prepared.statements.length : 0);

export interface Settling {
  readonly sink: Sink;
  readonly known: KnownDocuments | null;
  readonly lexicon: Pick<Lexicon, 'agreements'>;
  readonly report: Report;
  readonly tally: FileTally;
  readonly rejects: Rejects;
  readonly onProgress: (report: Readonly<Report>) => void;
  readonly signal: AbortSignal;
}

/** Prepares a document for writing; null when it cannot be read, which is reported. */
async function readyOf(read: Read, { lexicon, report, rejects, signal }: Settling) {
  const { source } = read;
  if ('known' in read) return { source, prepared: null, yields: read.known };
  try {
    const extraction = await read.extraction;
    noteWarnings(
      report,
      extraction.warnings.map((warning) => `${source.source}: ${warning}`),
    );
    const prepared = preparedOf(source, extraction, lexicon);
    const { entities, statements, doubtful, skipped } = extraction;
    return {
      source,
      prepared,
      yields: { entities: entities.length, statements: statements.length, doubtful, skipped },
    };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (!signal.aborted) rejects.add(rejectOf(source, error.message));
    return null;
  }
}

async function fill(
  documents: AsyncIterable<Read>,
  queue: Queue<Ready>,
  settling: Settling,
): Promise<void> {
  try {
    for await (const read of documents) {
      const ready = await readyOf(read, settling);
      if (settling.signal.aborted) return;
      if (ready) await queue.push(ready);
      else settling.known?.done(read.source);
    }
  } finally {
    queue.end();
  }
}

/**
 * Writes documents in batches while later ones are read; a batch is written when it is full, or
 * after half a second. The report gets the outcome of every document.
 */
export async function settle(documents: AsyncIterable<Read>, settling: Settling): Promise<void> {
  const { sink, known, report, tally, rejects, onProgress, signal } = settling;
  const queue = new Queue<Ready>({ weightOf, room: ROOM });
  const filling = fill(documents, queue, settling);
  filling.catch(() => {}); // thrown below, when what was read before is written
  try {
    for await (const batch of queue.batches(DOCUMENTS_MAX, ROWS_MAX, LINGER_MS)) {
      if (signal.aborted) break;
      const prepared = batch.flatMap((ready) => ready.prepared ?? []);
      const outcomes = [...(prepared.length > 0 ? await sink.write(prepared) : [])];
      for (const { source, prepared: written, yields } of batch) {
        if (sink === dryRun && signal.aborted) break;
        const outcome = written ? outcomes.shift()! : 'unchanged';
        if (written) known?.done(source);
        if (typeof outcome === 'object') rejects.add(rejectOf(source, outcome.failed));
        else {
          noteYield(report, source.source, yields);
          if (sink !== dryRun) noteWritten(report, source.source, outcome);
        }
        tally.note(source.source, typeof outcome !== 'object' && yields.statements > 0);
        onProgress(report);
      }
    }
    if (!signal.aborted) await filling;
  } finally {
    queue.end();
  }
}

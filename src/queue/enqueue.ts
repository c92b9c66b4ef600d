import type { Queue } from 'bullmq';
import type { SourceDocument } from '../model/extraction.ts';
import { jobIdOf, putDocument } from './documents.ts';
import type { Job } from './queues.ts';
import type { Spool } from './spool.ts';

/** The result of `enqueue`, printed as one JSON object on stdout. */
export interface Enqueued {
  queued: number;
  /** Documents whose current version is in the graph already. */
  known: number;
  /** Documents that are already waiting. */
  waiting: number;
  rejected: number;
}

export const nothingEnqueued = (): Enqueued => ({ queued: 0, known: 0, waiting: 0, rejected: 0 });

/** Writes documents to the spool, and adds a job for each to the queue. */
export async function enqueue(
  documents: readonly SourceDocument[],
  { queue, spool, extractor }: { queue: Queue<Job>; spool: Spool; extractor: string },
  tally: Enqueued,
): Promise<void> {
  for (const document of documents) {
    const name = await putDocument(spool, document);
    const jobId = jobIdOf(name, extractor);
    if (await queue.getJob(jobId)) {
      tally.waiting++;
      continue;
    }
    await queue.add('extract', { document: name, source: document.source }, { jobId });
    tally.queued++;
  }
}

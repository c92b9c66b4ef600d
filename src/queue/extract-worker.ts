import { type ConnectionOptions, MetricsTime, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { ReadError } from '../errors.ts';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import { getDocument, hasExtraction, putExtraction } from './documents.ts';
import { type Job, PREFIX, queueOf } from './queues.ts';
import type { Spool } from './spool.ts';

export interface Extracting {
  readonly redis: Redis;
  readonly spool: Spool;
  /** Threads extract, so that this one is free to keep its jobs. */
  readonly extract: (document: SourceDocument) => Promise<Extraction>;
  /** Version of the extractor. */
  readonly extractor: string;
  /** Documents at once. */
  readonly jobs: number;
  /** A worker that is silent this long has lost its jobs to others. */
  readonly lockMs?: number;
}

export const LOCK_MS = 30_000;
/** A job may be lost by so many workers that die before it counts as what kills them. */
const STALLED_MAX = 20;

/** Takes documents from the queue, reads them and hands them on to the writer. */
export function startExtracting(options: Extracting): Worker<Job> {
  const { redis, spool, extract, extractor, jobs, lockMs = LOCK_MS } = options;
  const writes = queueOf('write', redis);
  return new Worker<Job>(
    'extract',
    async ({ id, data }) => {
      const document = await getDocument(spool, data.document);
      if (document === null)
        throw new UnrecoverableError('its text is not in the spool; enqueue it again');
      if (!(await hasExtraction(spool, data.document, extractor))) {
        const extraction = await extract(document).catch((error) => {
          // What cannot be read cannot be read the next time either.
          throw error instanceof ReadError ? new UnrecoverableError(error.message) : error;
        });
        await putExtraction(spool, data.document, extraction);
      }
      await writes.add('write', data, { jobId: id! });
    },
    {
      connection: redis as unknown as ConnectionOptions,
      prefix: PREFIX,
      concurrency: jobs,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount: STALLED_MAX,
      metrics: { maxDataPoints: MetricsTime.ONE_HOUR },
    },
  );
}

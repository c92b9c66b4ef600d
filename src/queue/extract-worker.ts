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
  /** Extracts in another thread, so that this one can renew the locks of its jobs. */
  readonly extract: (document: SourceDocument) => Promise<Extraction>;
  /** Version of the extractor. */
  readonly extractor: string;
  /** How many documents are extracted at once. */
  readonly jobs: number;
  /** After this silence, a worker's jobs are given to others. */
  readonly lockMs?: number;
}

export const LOCK_MS = 30_000;
/** How many workers may die with a job before the job is taken for the cause. */
const STALLED_MAX = 20;

/** Takes documents from the queue, extracts them and queues the results for the writer. */
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
          // A document that cannot be read will not be readable at the next try.
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

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOptions, MetricsTime, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Outcome } from '../ingest/pipeline/write-all.ts';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import { getDocument, getExtraction } from './documents.ts';
import { LOCK_MS } from './extract-worker.ts';
import { type Job, PREFIX, queueOf } from './queues.ts';
import type { Spool } from './spool.ts';
import { Turn } from './turn.ts';

/** A document with its extraction. */
interface Extracted {
  readonly source: SourceDocument;
  readonly extraction: Extraction;
}

export interface Writing {
  readonly redis: Redis;
  readonly spool: Spool;
  readonly extractor: string;
  /** Writes documents in one transaction, and returns the outcome of each in order. */
  readonly write: (documents: readonly Extracted[]) => Promise<readonly Outcome[]>;
  /** Name of the database, which only one writer writes to at a time. */
  readonly database: string;
  /** Most documents of one transaction, and how long the first of them waits for more. */
  readonly batch: number;
  readonly lingerMs: number;
  readonly lockMs?: number;
  readonly signal: AbortSignal;
  readonly onBatch?: (outcomes: readonly Outcome[]) => void;
}

type Taken = NonNullable<Awaited<ReturnType<Worker<Job>['getNextJob']>>>;

const LOOK_AGAIN_MS = 50;
const STAND_BY_MS = 1_000;
/** How long jobs wait while the database is away, which is not counted as a failure. */
const AWAY_MS = 5_000;

async function collect(
  worker: Worker<Job>,
  token: string,
  { batch, lingerMs, signal }: Writing,
): Promise<Taken[]> {
  const first = await worker.getNextJob(token);
  if (!first) return [];
  const jobs = [first];
  const until = performance.now() + lingerMs;
  while (jobs.length < batch && !signal.aborted) {
    const next = await worker.getNextJob(token, { block: false });
    if (next) jobs.push(next);
    else if (performance.now() > until) break;
    else await sleep(LOOK_AGAIN_MS);
  }
  return jobs;
}

async function process(jobs: readonly Taken[], token: string, options: Writing): Promise<void> {
  const { spool, extractor, redis, write, onBatch = () => {} } = options;
  const ready: { readonly job: Taken; readonly read: Extracted }[] = [];
  for (const job of jobs) {
    const { document } = job.data;
    const source = await getDocument(spool, document);
    const extraction = await getExtraction(spool, document, extractor);
    if (source && extraction) ready.push({ job, read: { source, extraction } });
    else if (source) {
      // Another version of this program queued it, whose extraction does not fit.
      await queueOf('extract', redis).add('extract', job.data, { jobId: job.id! });
      await job.moveToCompleted('extract again', token, false);
    } else
      await job.moveToFailed(
        new UnrecoverableError('its text is not in the spool; enqueue it again'),
        token,
        false,
      );
  }
  if (ready.length === 0) return;
  const outcomes = await write(ready.map(({ read }) => read));
  // From here on a lost job is only repeated, and writing the same again changes nothing.
  for (const [at, { job }] of ready.entries()) {
    const outcome = outcomes[at]!;
    if (typeof outcome === 'object')
      await job.moveToFailed(new UnrecoverableError(outcome.failed), token, false);
    else await job.moveToCompleted(outcome, token, false);
  }
  onBatch(outcomes);
}

/**
 * Takes extractions from the queue and writes them in batches, until the signal. Each database has
 * one active writer; others stand by.
 * @param log receives each failure, after which the writer goes on
 */
export async function writeUntilStopped(
  options: Writing,
  log: (message: string) => void,
): Promise<void> {
  const { redis, signal, lockMs = LOCK_MS } = options;
  const turn = new Turn(redis, `${PREFIX}:writer:${options.database}`, lockMs);
  const worker = new Worker<Job>('write', undefined, {
    connection: redis as unknown as ConnectionOptions,
    prefix: PREFIX,
    autorun: false,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    drainDelay: 1,
    metrics: { maxDataPoints: MetricsTime.ONE_HOUR },
  });
  worker.on('error', () => {}); // it connects again
  await worker.startStalledCheckTimer();
  const token = randomUUID();
  while (!signal.aborted) {
    let jobs: Taken[] = [];
    const keep = setInterval(() => {
      for (const job of jobs) void job.extendLock(token, lockMs).catch(() => {});
    }, lockMs / 3);
    try {
      if (!(await turn.take())) {
        await sleep(STAND_BY_MS, undefined, { signal });
        continue;
      }
      jobs = await collect(worker, token, options);
      if (jobs.length > 0) await process(jobs, token, options);
    } catch (error) {
      if (signal.aborted) break;
      log((error as Error).message);
      for (const job of jobs) await job.moveToDelayed(Date.now() + AWAY_MS, token).catch(() => {});
      await sleep(STAND_BY_MS, undefined, { signal }).catch(() => {});
    } finally {
      clearInterval(keep);
    }
  }
  await turn.leave();
  await worker.close();
}

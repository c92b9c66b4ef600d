import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Job, PREFIX, queueOf, STAGES, type Stage } from './queues.ts';

/** The state of one stage of the queue. */
export interface StageStatus {
  readonly stage: Stage;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
  /** Age in seconds of the oldest waiting job; null when none waits. */
  readonly oldestSeconds: number | null;
  /** Jobs completed and failed in the last whole minute. */
  readonly donePerMinute: number;
  readonly failedPerMinute: number;
}

export interface DeadJob {
  readonly stage: Stage;
  readonly id: string;
  readonly source: string;
  readonly reason: string;
}

const DEAD_MAX = 1_000;

async function statusOf(stage: Stage, queue: Queue<Job>): Promise<StageStatus> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  const [oldest] = await queue.getJobs(['waiting'], 0, 0, true);
  const [done, failed] = await Promise.all([
    queue.getMetrics('completed', 0, 0),
    queue.getMetrics('failed', 0, 0),
  ]);
  return {
    stage,
    waiting: counts.waiting ?? 0,
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    dead: counts.failed ?? 0,
    oldestSeconds: oldest ? Math.round((Date.now() - oldest.timestamp) / 1_000) : null,
    donePerMinute: Number(done.data[0] ?? 0),
    failedPerMinute: Number(failed.data[0] ?? 0),
  };
}

export const queueStatus = (redis: Redis): Promise<StageStatus[]> =>
  Promise.all(STAGES.map((stage) => statusOf(stage, queueOf(stage, redis))));

/** Jobs that failed for good, or too often, with the reason. */
export async function deadJobs(redis: Redis): Promise<DeadJob[]> {
  const all = await Promise.all(
    STAGES.map(async (stage) => {
      const jobs = await queueOf(stage, redis).getJobs(['failed'], 0, DEAD_MAX);
      return jobs.map(({ id, data, failedReason }) => ({
        stage,
        id: id!,
        source: data.source,
        reason: failedReason,
      }));
    }),
  );
  return all.flat();
}

/** Queues failed jobs again, and returns their number. */
export async function retryDead(redis: Redis): Promise<number> {
  let retried = 0;
  for (const stage of STAGES)
    for (const job of await queueOf(stage, redis).getJobs(['failed'])) {
      await job.retry('failed');
      retried++;
    }
  return retried;
}

/** Removes waiting and failed jobs, not active ones, and returns their number. */
export async function drain(redis: Redis): Promise<number> {
  let removed = 0;
  for (const stage of STAGES) {
    const queue = queueOf(stage, redis);
    const counts = await queue.getJobCounts('waiting', 'delayed', 'failed');
    removed += Object.values(counts).reduce((sum, count) => sum + count, 0);
    await queue.drain(true);
    await queue.clean(0, 0, 'failed');
  }
  return removed;
}

/** Renders the state of all stages in the format of Prometheus. */
export const inPrometheus = (all: readonly StageStatus[]): string =>
  all
    .flatMap(({ stage, ...values }) =>
      Object.entries(values).map(
        ([name, value]) =>
          `${PREFIX}_queue_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}{stage="${stage}"} ${value ?? 0}`,
      ),
    )
    .join('\n');

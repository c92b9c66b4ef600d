import { type ConnectionOptions, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { ConfigError, SetupError } from '../errors.ts';
import { folderSpool } from './folder-spool.ts';
import { s3Spool } from './s3-spool.ts';
import type { Spool } from './spool.ts';

/** What a job says: names of what lies in the spool, never texts. */
export interface Job {
  /** Name of the document there, as `documents/…`. */
  readonly document: string;
  /** What it was read from, for people. */
  readonly source: string;
}

export const STAGES = ['extract', 'write'] as const;
export type Stage = (typeof STAGES)[number];

/** Names of the queues; Redis may hold those of others. */
export const PREFIX = 'entente';

export interface QueueSettings {
  readonly ENTENTE_QUEUE_URL?: string | undefined;
  readonly ENTENTE_SPOOL?: string | undefined;
}

/** A failure is tried again after 1, 2, 4 … seconds, then waits among the dead for a person. */
const TRIES = 5;

/**
 * A connection of its own: whoever waits for jobs holds up nobody else.
 * @throws {ConfigError} when the settings name no queue
 */
export function connectionOf({ ENTENTE_QUEUE_URL: url }: QueueSettings): Redis {
  if (!url)
    throw new ConfigError(
      'ENTENTE_QUEUE_URL is not set; set it to redis://HOST:6379 of a Redis or Valkey.',
    );
  // BullMQ waits for a Redis that is away; commands are sent when it is back.
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  redis.on('error', () => {}); // without a listener it would end the program; it connects again
  return redis;
}

/** @throws {SetupError} when Redis does not answer */
export async function checkQueue(redis: Redis, settings: QueueSettings): Promise<void> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, 5_000, new Error('no answer')).unref(),
  );
  await Promise.race([redis.ping(), late]).catch((cause) => {
    throw new SetupError(
      `the queue at ${settings.ENTENTE_QUEUE_URL?.replace(/\/\/[^@/]*@/, '//')} does not answer; start Redis, or check ENTENTE_QUEUE_URL.`,
      { cause },
    );
  });
}

export function queueOf(stage: Stage, redis: Redis): Queue<Job> {
  const queue = new Queue<Job>(stage, {
    connection: redis as unknown as ConnectionOptions,
    prefix: PREFIX,
    defaultJobOptions: {
      attempts: TRIES,
      backoff: { type: 'exponential', delay: 1_000 },
      // What is done may be queued again, such as for another graph.
      removeOnComplete: true,
    },
  });
  queue.on('error', () => {}); // without a listener it writes each to the console
  return queue;
}

/** @throws {ConfigError} when the settings name no spool */
export function spoolOf({ ENTENTE_SPOOL: place }: QueueSettings): Spool {
  if (!place)
    throw new ConfigError(
      'ENTENTE_SPOOL is not set; set it to a folder that all workers share, or to s3://BUCKET/PREFIX.',
    );
  return place.startsWith('s3://') ? s3Spool(place) : folderSpool(place);
}

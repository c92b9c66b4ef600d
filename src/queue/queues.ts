import { type ConnectionOptions, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { ConfigError, SetupError } from '../errors.ts';
import { folderSpool } from './folder-spool.ts';
import { s3Spool } from './s3-spool.ts';
import type { Spool } from './spool.ts';

/** The data of a job: names of files in the spool, never their texts. */
export interface Job {
  /** Name of the document in the spool, `documents/…`. */
  readonly document: string;
  /** Where the document was read from, shown to people. */
  readonly source: string;
}

export const STAGES = ['extract', 'write'] as const;
export type Stage = (typeof STAGES)[number];

/** Prefix of the queues' names in Redis, which may hold other queues. */
export const PREFIX = 'entente';

export interface QueueSettings {
  readonly ENTENTE_QUEUE_URL?: string | undefined;
  readonly ENTENTE_SPOOL?: string | undefined;
}

/** A failed job is tried again after 1, 2, 4 … seconds, then kept for a person to look at. */
const TRIES = 5;

/**
 * Opens a connection of its own, so that waiting for a job blocks no other command.
 * @throws {ConfigError} when the settings name no queue
 */
export function connectionOf({ ENTENTE_QUEUE_URL: url }: QueueSettings): Redis {
  if (!url)
    throw new ConfigError(
      'ENTENTE_QUEUE_URL is not set; set it to redis://HOST:6379 of a Redis or Valkey.',
    );
  // Without a limit of retries, commands wait until a Redis that is down is back.
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
      // A finished job is removed, so that it may be queued again, for another graph.
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

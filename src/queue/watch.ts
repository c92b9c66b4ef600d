import { connectionOf, type QueueSettings } from './queues.ts';
import { queueStatus, type StageStatus } from './status.ts';

const TIMEOUT_MS = 1_000;

/**
 * Asks for the state of the queue over a connection of its own, which is closed with the answer, so
 * that rare callers keep nothing open.
 * @returns null when Redis does not answer within `TIMEOUT_MS`
 */
export async function askQueue(settings: QueueSettings): Promise<StageStatus[] | null> {
  const redis = connectionOf(settings);
  const late = new Promise<null>((resolve) => setTimeout(resolve, TIMEOUT_MS, null).unref());
  const status = queueStatus(redis).catch(() => null);
  try {
    return await Promise.race([status, late]);
  } finally {
    redis.disconnect();
  }
}

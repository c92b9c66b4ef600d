import { connectionOf, type QueueSettings } from './queues.ts';
import { queueStatus, type StageStatus } from './status.ts';

const TIMEOUT_MS = 1_000;

/**
 * How the queue is, over a connection of its own that ends with the answer: whoever asks now and then
 * holds nothing open.
 * @returns null when Redis does not answer in a second
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

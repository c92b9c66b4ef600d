import { defineCommand } from 'citty';
import type { Redis } from 'ioredis';
import { readConfig } from '../../config.ts';
import { checkQueue, connectionOf } from '../../queue/queues.ts';
import { deadJobs, drain, inPrometheus, queueStatus, retryDead } from '../../queue/status.ts';
import { run } from '../run.ts';

async function onQueue(work: (redis: Redis) => Promise<string>): Promise<void> {
  const config = readConfig();
  const redis = connectionOf(config);
  try {
    await checkQueue(redis, config);
    process.stdout.write(`${await work(redis)}\n`);
  } finally {
    redis.disconnect();
  }
}

const json = { type: 'boolean', default: false, description: 'As JSON' } as const;

const status = defineCommand({
  meta: { name: 'status', description: 'How many wait, how long, how fast, how many failed' },
  args: {
    json,
    prometheus: { type: 'boolean', default: false, description: 'In the format of Prometheus' },
  },
  run: ({ args }) =>
    run(() =>
      onQueue(async (redis) => {
        const all = await queueStatus(redis);
        if (args.prometheus) return inPrometheus(all);
        if (args.json) return JSON.stringify(all, null, 2);
        return all
          .map(
            ({ stage, waiting, active, delayed, dead, oldestSeconds, donePerMinute }) =>
              `${stage.padEnd(8)} ${waiting} wait${oldestSeconds === null ? '' : `, the oldest for ${oldestSeconds} s`}; ${active} at work, ${delayed} later, ${dead} dead; ${donePerMinute} done in the last minute`,
          )
          .join('\n');
      }),
    ),
});

const dead = defineCommand({
  meta: { name: 'dead', description: 'What failed for good, and why' },
  args: { json },
  run: ({ args }) =>
    run(() =>
      onQueue(async (redis) => {
        const all = await deadJobs(redis);
        if (args.json) return JSON.stringify(all, null, 2);
        const lines = all.map(({ stage, source, reason }) => `${stage}: ${source}: ${reason}`);
        return lines.join('\n') || 'none';
      }),
    ),
});

const counted = (name: string, description: string, work: (redis: Redis) => Promise<number>) =>
  defineCommand({
    meta: { name, description },
    args: { json },
    run: ({ args }) =>
      run(() =>
        onQueue(async (redis) => {
          const jobs = await work(redis);
          return args.json ? JSON.stringify({ jobs }) : `${jobs} jobs`;
        }),
      ),
  });

export const queueCommand = defineCommand({
  meta: { name: 'queue', description: 'The queue of documents that workers read and write' },
  subCommands: {
    status,
    dead,
    retry: counted('retry', 'Queue what failed again', retryDead),
    drain: counted('drain', 'Throw away what waits and what failed', drain),
  },
});

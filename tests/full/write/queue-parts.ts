import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import getPort from 'get-port';
import { until } from '../../helpers/program.ts';

const REDIS = 'redis-server';
const REDIS_CLI = 'redis-cli';
export const hasRedis = spawnSync(REDIS, ['--version']).status === 0;
if (!hasRedis) process.stderr.write(`${REDIS} is not installed: the queue is not tested\n`);

const STATES = 'Japan Norway Poland Australia Canada India Egypt Brazil Greece Finland'.split(' ');

/** @returns the path of a file of documents on treaties, each of which differs */
export function writeDocuments(folder: string, count: number): string {
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `n${at}`,
      text: `On ${1 + (at % 28)} March 2025, ${STATES[at % 10]} and ${STATES[(at + 1 + (at % 8)) % 10]} signed the Treaty of ${STATES[(at * 3) % 10]} No. ${at}. ${STATES[at % 10]} operates ${at + 2} F-16 fighters.`,
      publishedOn: '2025-04-01',
    }),
  );
  const file = path.join(folder, 'documents.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** A Redis of its own that keeps what it holds when it is stopped and started. */
export interface TestRedis {
  readonly folder: string;
  readonly url: string;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it, and removes its folder. */
  remove(): Promise<void>;
}

export async function testRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-queue-'));
  const port = String(await getPort());
  let child: ChildProcess | undefined;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child!.once('close', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    folder,
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn(REDIS, ['--port', port, '--dir', folder, '--appendonly', 'yes'], {
        stdio: 'ignore',
      });
      await until('Redis answers', () =>
        spawnSync(REDIS_CLI, ['-p', port, 'ping']).stdout.includes('PONG'),
      );
    },
    stop,
    async remove() {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

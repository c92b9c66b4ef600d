import { ReadError } from '../../errors.ts';
import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import type { Parsers } from '../readers/registry.ts';
import { type Bounds, type Job, Thread } from './thread.ts';

/**
 * Threads for work on untrusted documents, each with a deadline and a memory bound.
 * @throws {ReadError} by each promise, when a document exceeds a bound or cannot be read
 */
export interface Pool {
  /** Results may come in any order. */
  extract(source: SourceDocument): Promise<Extraction>;
  /** Parsers of formats that may be expensive to read. */
  readonly parsers: Parsers;
  close(): Promise<void>;
}

const BOUNDS: Bounds = { cpuMs: 30_000, memoryMb: 256 };

const CHARGED_EVERY_MS = 200;

/** Charges each busy thread its share of the process's processor time. */
function watch(threads: readonly Thread[]): NodeJS.Timeout {
  let cpu = process.cpuUsage();
  let at = performance.now();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(cpu);
    const wallMs = performance.now() - at;
    cpu = process.cpuUsage();
    at = performance.now();
    const working = threads.filter(({ busy }) => busy);
    const cpuMs = Math.min(wallMs, (user + system) / 1_000 / working.length);
    for (const thread of working) thread.charge(cpuMs, wallMs);
  }, CHARGED_EVERY_MS);
  return timer.unref();
}

/** @param jobs number of threads; one already isolates the program from hostile documents */
export function openPool(jobs: number, lexicons: readonly string[], bounds: Bounds = BOUNDS): Pool {
  const waiting: Job[] = [];
  const threads: Thread[] = [];
  let open = true;
  const next = () => {
    for (const thread of threads) {
      if (waiting.length === 0 || !open) return;
      if (thread.idle) thread.run(waiting.shift()!);
    }
  };
  for (let at = 0; at < jobs; at++) threads.push(new Thread(bounds, lexicons, next));
  const timer = watch(threads);
  const run = <T>(task: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (!open) reject(new ReadError('was not read: the work was stopped'));
      else waiting.push({ task, args, resolve, reject });
      next();
    });
  return {
    extract: (source) => run('extract', source),
    parsers: {
      html: (page) => run('html', page),
      read: (format, known, bytes) => run('read', format, known, bytes),
    },
    async close() {
      open = false;
      clearInterval(timer);
      for (const { reject } of waiting.splice(0)) reject(new Error('the work was stopped'));
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

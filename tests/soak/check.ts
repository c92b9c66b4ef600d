import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { quantile, send } from './http.ts';

export interface Found {
  /** Figures in words, for people. */
  readonly found: string;
  readonly holds: boolean;
}

/** One kind of attack or fault. */
export interface Check {
  readonly name: string;
  readonly goal: string;
  /**
   * @param scale 1 for a long run; less for a shorter one
   * @param quiet whether nothing else runs here: only then is the time of answers under load judged
   */
  run(bench: Bench, scale: number, quiet: boolean): Promise<Found>;
}

export interface Watched<T> {
  readonly result: T;
  /** 99th percentile of the time that liveness took meanwhile, in ms. */
  readonly liveP99: number;
  /** Highest resident memory meanwhile, in MB. */
  readonly peak: number;
}

const EVERY_MS = 50;

/** Does the work, and watches liveness and memory of the server from outside meanwhile. */
export async function watching<T>(bench: Bench, work: () => Promise<T>): Promise<Watched<T>> {
  let on = true;
  let peak = 0;
  const times: number[] = [];
  const watch = (async () => {
    while (on) {
      const { status, ms } = await send(bench.live, { method: 'GET', from: '127.0.0.100' });
      times.push(status === 200 ? ms : Number.POSITIVE_INFINITY);
      peak = Math.max(peak, bench.memory());
      await sleep(EVERY_MS);
    }
  })();
  try {
    const result = await work();
    on = false;
    await watch;
    return { result, liveP99: quantile(times, 0.99), peak };
  } finally {
    on = false;
  }
}

/** Runs jobs, a number of them at a time. */
export async function atOnce(
  width: number,
  count: number,
  job: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await job(next++);
    }),
  );
}

export const round = (ms: number): string => `${Math.round(ms)} ms`;

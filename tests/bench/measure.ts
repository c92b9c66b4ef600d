// Closed loop, servers interleaved in slices of 200 ms whose order rotates, so that what the machine
// does besides meets all of them; ratios are medians over rounds of paired slices.
import { readFileSync } from 'node:fs';
import { Connection, post } from './client.ts';

export interface Target {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}
export interface Measured {
  readonly workload: string;
  readonly concurrency: number;
  readonly target: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** How many times as long as the reference: median over the rounds. */
  readonly timesReference: number;
  /** Milliseconds of processor time of the server's process for one request. */
  readonly cpu: number;
  readonly requests: number;
  /** Answers other than 200. */
  readonly failed: number;
}

const SLICE_MS = 200;
const WARM_MS = 1_000;
const TICK_MS = 10;

/** Milliseconds of processor time that a process has used. */
function cpuOf(pid: number): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}

/** Peak of a process's memory so far, in MB. */
export function peakMemory(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(text)?.[1]) / 1024);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** One target under one workload: its connections, its requests in turn, what was seen. */
class Runner {
  readonly target: Target;
  readonly perSecond: number[] = [];
  readonly latencies: number[] = [];
  requests = 0;
  failed = 0;
  cpu = 0;
  private readonly connections: readonly Connection[];
  private readonly bodies: readonly Buffer[];
  private next = 0;

  constructor(target: Target, bodies: readonly string[], concurrency: number) {
    this.target = target;
    this.bodies = bodies.map((body) => post(target.url, body));
    this.connections = Array.from({ length: concurrency }, () => new Connection(target.url));
  }

  async slice(ms: number, record: boolean): Promise<void> {
    const [start, cpu] = [performance.now(), cpuOf(this.target.pid)];
    let done = 0;
    await Promise.all(
      this.connections.map(async (connection) => {
        do {
          const at = performance.now();
          const status = await connection.send(this.bodies[this.next++ % this.bodies.length]!);
          if (record) this.latencies.push(performance.now() - at);
          if (status === 200) done++;
          else if (record) this.failed++;
        } while (performance.now() - start < ms);
      }),
    );
    if (!record) return;
    this.requests += done;
    this.cpu += cpuOf(this.target.pid) - cpu;
    this.perSecond.push((done * 1000) / (performance.now() - start));
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }
}

const IDLE_EACH_MS = 1_000;
/** Processor time in a second that an idle server may use. */
const IDLE_CPU_MS = 30;
const IDLE_WITHIN_MS = 180_000;

/** Resolves when no server works any more: each plans what is often asked after its start. */
export async function idle(targets: readonly Target[]): Promise<void> {
  const used = () => targets.map(({ pid }) => cpuOf(pid));
  const end = performance.now() + IDLE_WITHIN_MS;
  for (let before = used(); performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_EACH_MS));
    const now = used();
    if (now.every((ms, i) => ms - before[i]! <= IDLE_CPU_MS)) return;
    before = now;
  }
  throw new Error(`the servers still work ${IDLE_WITHIN_MS / 1_000} s after their start`);
}

type Bodies = Readonly<Record<string, readonly string[]>>;

/** Asks everyone for a while, without measuring. */
export async function warm(targets: readonly Target[], bodies: Bodies): Promise<void> {
  for (const target of targets) {
    const runner = new Runner(target, bodies[target.name]!, 1);
    await runner.slice(WARM_MS, false);
    runner.close();
  }
}

/**
 * @param targets the last one is the reference
 * @param bodies request bodies of each target, by its name
 * @param seconds measured time, shared by all targets
 */
export async function measure(
  workload: string,
  targets: readonly Target[],
  bodies: Bodies,
  concurrency: number,
  seconds: number,
): Promise<Measured[]> {
  const runners = targets.map((target) => new Runner(target, bodies[target.name]!, concurrency));
  for (const runner of runners) await runner.slice(WARM_MS, false);
  const end = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < end || round < 3; round++)
    for (let i = 0; i < runners.length; i++)
      await runners[(i + round) % runners.length]!.slice(SLICE_MS, true);
  for (const runner of runners) runner.close();
  const reference = runners.at(-1)!;
  return runners.map(({ target, latencies, perSecond, cpu, requests, failed }) => ({
    workload,
    concurrency,
    target: target.name,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    perSecond: quantile(perSecond, 0.5),
    timesReference: quantile(
      perSecond.map((rate, i) => reference.perSecond[i]! / rate),
      0.5,
    ),
    cpu: cpu / requests,
    requests,
    failed,
  }));
}

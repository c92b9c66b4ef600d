import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ReadError, SetupError } from '../../errors.ts';
import { ROOT } from '../../root.ts';
import { NativeGate } from './native-gate.ts';

/** Limits of one document. */
export interface Bounds {
  /** Processor time in ms; wall time also passes while a busy machine does other work. */
  readonly cpuMs: number;
  /** Heap of a thread, in MB. */
  readonly memoryMb: number;
}

/** A task for a thread, with the promise that waits for it. */
export interface Job {
  readonly task: string;
  readonly args: readonly unknown[];
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Messages of a thread: that it has started, then the outcome of each job. */
export type Said = 'ready' | { readonly value: unknown } | { readonly error: string };

const WORKER = path.join(ROOT, 'src/ingest/extract/worker.js');
/** Wall time may be this many times the processor time, for work that waits. */
const WAITING_TIMES = 10;
/** Young generation of the heap, which is small beside long-lived data. */
const YOUNG_MB = 32;

/**
 * A thread with at most one job. When a job exceeds its limits, the thread is terminated, the job
 * fails with a reason that a user can act on, and the next job starts a new thread.
 */
export class Thread {
  private readonly bounds: Bounds;
  private readonly lexicons: readonly string[];
  private readonly onIdle: () => void;
  private worker: Worker | null = null;
  private gate = new NativeGate();
  private ready = false;
  private job: Job | null = null;
  private cpuMs = 0;
  private wallMs = 0;

  constructor(bounds: Bounds, lexicons: readonly string[], onIdle: () => void) {
    this.bounds = bounds;
    this.lexicons = lexicons;
    this.onIdle = onIdle;
  }

  get idle(): boolean {
    return this.job === null;
  }

  /** Whether it uses the processor: while it starts, or for its job. */
  get busy(): boolean {
    return this.worker !== null && (this.job !== null || !this.ready);
  }

  private start(): void {
    const { memoryMb } = this.bounds;
    this.gate = new NativeGate();
    const worker = new Worker(WORKER, {
      workerData: { lexicons: this.lexicons, gate: this.gate.shared },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (said: Said) => this.hear(worker, said));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, new Error('the thread ended')));
    [this.worker, this.ready] = [worker, false];
  }

  run(job: Job): void {
    this.job = job;
    if (this.worker === null) this.start();
    else if (this.ready) this.send();
  }

  private send(): void {
    [this.cpuMs, this.wallMs] = [0, 0];
    const { task, args } = this.job!;
    this.worker!.postMessage({ task, args });
  }

  private hear(worker: Worker, said: Said): void {
    if (worker !== this.worker) return;
    if (said === 'ready') {
      this.ready = true;
      if (this.job) this.send();
    } else if ('error' in said) this.settle((job) => job.reject(new ReadError(said.error)));
    else this.settle((job) => job.resolve(said.value as never));
  }

  private settle(how: (job: Job) => void): void {
    const { job } = this;
    this.job = null;
    if (job) how(job);
    this.onIdle();
  }

  /** Handles the end of the thread, with or without a job. */
  private lose(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    const started = this.ready;
    [this.worker, this.ready] = [null, false];
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    const failed = tooLarge
      ? new ReadError(
          `needs more than ${this.bounds.memoryMb} MB of memory; split it, or raise DOCUMENT_MEMORY_MB`,
        )
      : new ReadError(error.message);
    const broken = new SetupError(`the thread that reads documents fails: ${error.message}`);
    this.settle((job) => job.reject(started ? failed : broken));
  }

  /**
   * Charges elapsed time, and terminates the job when it exceeds its limit.
   * @param cpuMs this thread's share of the processor time
   */
  charge(cpuMs: number, wallMs: number): void {
    // Time to start the thread is not charged to a document.
    if (this.job === null || !this.ready) return;
    this.cpuMs += cpuMs;
    this.wallMs += wallMs;
    const limit = this.bounds.cpuMs;
    if (this.cpuMs < limit && this.wallMs < WAITING_TIMES * limit) return;
    void this.end();
    const reason = `takes more than ${limit / 1_000} s to read; split it, or raise DOCUMENT_TIMEOUT_MS`;
    this.settle((job) => job.reject(new ReadError(reason)));
  }

  /** Terminates the thread once it is outside native code. */
  private async end(): Promise<void> {
    const { worker, gate } = this;
    [this.worker, this.ready] = [null, false];
    if (worker === null) return;
    await gate.close();
    await worker.terminate();
  }

  async close(): Promise<void> {
    const { job } = this;
    this.job = null;
    job?.reject(new ReadError('was not read: the work was stopped'));
    await this.end();
  }
}

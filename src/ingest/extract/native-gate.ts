import { setTimeout } from 'node:timers/promises';

/** Runs a call of native code. */
export type Native = <T>(call: () => Promise<T>) => Promise<T>;

const CLOSED = 0;
const INSIDE = 1;
/** One window of the encoder takes about 100 ms. */
const POLL_MS = 5;

/**
 * Keeps a thread from being terminated in native code: onnxruntime would return to a missing
 * JavaScript engine and crash the process. Two threads share its memory, each with an object of its
 * own.
 */
export class NativeGate {
  readonly shared: SharedArrayBuffer;
  readonly #flags: Int32Array;

  constructor(shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#flags = new Int32Array(shared);
  }

  /** For the thread that may be terminated. */
  readonly pass: Native = async (call) => {
    // The flag is set before the check, so a closer that sees it unset knows no call will begin.
    Atomics.store(this.#flags, INSIDE, 1);
    try {
      if (Atomics.load(this.#flags, CLOSED) === 1) throw new Error('the thread is about to end');
      return await call();
    } finally {
      Atomics.store(this.#flags, INSIDE, 0);
    }
  };

  /** For the terminating thread: forbids further calls, and resolves when none is running. */
  async close(): Promise<void> {
    Atomics.store(this.#flags, CLOSED, 1);
    while (Atomics.load(this.#flags, INSIDE) === 1) await setTimeout(POLL_MS);
  }
}

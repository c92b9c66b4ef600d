import { setTimeout } from 'node:timers/promises';

/** Runs a call into native code. */
export type Native = <T>(call: () => Promise<T>) => Promise<T>;

const CLOSED = 0;
const INSIDE = 1;
/** One window of the encoder takes a tenth of a second. */
const POLL_MS = 5;

/**
 * Keeps a thread from being ended while it is in native code: onnxruntime would find no JavaScript to
 * return to, and take the process with it. Two threads share it, each with an object of its own.
 */
export class NativeGate {
  readonly shared: SharedArrayBuffer;
  readonly #flags: Int32Array;

  constructor(shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#flags = new Int32Array(shared);
  }

  /** In the thread that may be ended. */
  readonly pass: Native = async (call) => {
    // In this order: whoever closes it and sees nobody inside knows that nobody will be.
    Atomics.store(this.#flags, INSIDE, 1);
    try {
      if (Atomics.load(this.#flags, CLOSED) === 1) throw new Error('the thread is about to end');
      return await call();
    } finally {
      Atomics.store(this.#flags, INSIDE, 0);
    }
  };

  /** In the thread that ends it: from now on no call begins; resolves when none is under way. */
  async close(): Promise<void> {
    Atomics.store(this.#flags, CLOSED, 1);
    while (Atomics.load(this.#flags, INSIDE) === 1) await setTimeout(POLL_MS);
  }
}

interface Bounds<T> {
  /** Weight of an item, such as its length in characters. */
  readonly weightOf: (one: T) => number;
  /** Total weight above which `push` waits. */
  readonly room: number;
}

/** A queue between two parts of the program, in order and with bounded memory. */
export class Queue<T> {
  readonly #bounds: Bounds<T>;
  readonly #items: T[] = [];
  #weight = 0;
  #ended = false;
  #waiting: (() => void)[] = [];

  constructor(bounds: Bounds<T>) {
    this.#bounds = bounds;
  }

  #tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #change(waitMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = waitMs === undefined ? undefined : setTimeout(resolve, waitMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Resolves when the item is in the queue, or when the queue has ended. */
  async push(one: T): Promise<void> {
    while (this.#weight > this.#bounds.room && !this.#ended) await this.#change();
    if (this.#ended) return;
    this.#items.push(one);
    this.#weight += this.#bounds.weightOf(one);
    this.#tell();
  }

  /** Ends the queue; items in it can still be taken. */
  end(): void {
    this.#ended = true;
    this.#tell();
  }

  /** @returns undefined when it has ended, or nothing came in time */
  async #take(waitMs?: number): Promise<T | undefined> {
    const until = performance.now() + (waitMs ?? Number.POSITIVE_INFINITY);
    while (this.#items.length === 0) {
      const left = until - performance.now();
      if (this.#ended || left <= 0) return undefined;
      await this.#change(waitMs === undefined ? undefined : left);
    }
    const one = this.#items.shift()!;
    this.#weight -= this.#bounds.weightOf(one);
    this.#tell();
    return one;
  }

  /**
   * Yields items in batches. A batch ends when it is full, or `lingerMs` after its first item.
   * @param most items of one batch
   * @param weight at which a batch is full
   */
  async *batches(most: number, weight: number, lingerMs: number): AsyncGenerator<readonly T[]> {
    for (;;) {
      const first = await this.#take();
      if (first === undefined) return;
      const batch = [first];
      let heavy = this.#bounds.weightOf(first);
      const until = performance.now() + lingerMs;
      while (batch.length < most && heavy < weight) {
        const next = await this.#take(Math.max(0, until - performance.now()));
        if (next === undefined) break;
        batch.push(next);
        heavy += this.#bounds.weightOf(next);
      }
      yield batch;
    }
  }
}

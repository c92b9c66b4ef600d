/** A bounded number of requests run at once, a bounded number wait a bounded time; others are refused. */
export interface Gate {
  /** @returns whether there is a place; then call `leave` once */
  enter(): Promise<boolean>;
  leave(): void;
  readonly running: number;
  readonly waiting: number;
}

interface Waiter {
  readonly go: () => void;
}

export function createGate({
  running: max,
  waiting: queueMax,
  waitMs,
}: {
  running: number;
  waiting: number;
  waitMs: number;
}): Gate {
  let running = 0;
  const queue: Waiter[] = [];
  return {
    get running() {
      return running;
    },
    get waiting() {
      return queue.length;
    },
    async enter() {
      if (running < max) {
        running++;
        return true;
      }
      if (queue.length >= queueMax) return false;
      return new Promise((resolve) => {
        const waiter: Waiter = {
          go: () => {
            clearTimeout(timer);
            running++;
            resolve(true);
          },
        };
        const timer = setTimeout(() => {
          const at = queue.indexOf(waiter);
          if (at >= 0) queue.splice(at, 1);
          resolve(false);
        }, waitMs);
        queue.push(waiter);
      });
    },
    leave() {
      running--;
      queue.shift()?.go();
    },
  };
}

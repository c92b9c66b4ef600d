import { addBusy, busyOf, type Client } from './clients.ts';

/**
 * A bounded number of requests run at once, a bounded number wait a bounded time; others are refused.
 * Whoever runs least is let in first, and some places are kept for clients that ask for little.
 */
export interface Gate {
  /** @returns whether there is a place at once; then call `leave` once */
  tryEnter(client: Client): boolean;
  /** @returns whether there was a place in time; then call `leave` once */
  enter(client: Client): Promise<boolean>;
  /** @param ms how long the place was held */
  leave(client: Client, ms: number): void;
  readonly running: number;
  readonly waiting: number;
}

export interface Load {
  /** Places for everybody. */
  readonly running: number;
  /** More places, for clients that have nothing else running and ran little of late. */
  readonly kept: number;
  /** Places of one client. */
  readonly runningEach: number;
  readonly waiting: number;
  readonly waitingEach: number;
  readonly waitMs: number;
}

/**
 * Half of the time of late, which adds up to fourteen seconds for whoever always runs one request:
 * beside greedy clients the requests of everybody else take longer, too.
 */
const LITTLE_MS = 7_000;

interface Waiter {
  readonly client: Client;
  readonly go: () => void;
}

export function createGate(load: Load): Gate {
  let running = 0;
  const queue: Waiter[] = [];

  const mayRun = (client: Client): boolean => {
    if (client.running >= load.runningEach) return false;
    if (running < load.running) return true;
    return running < load.running + load.kept && client.running === 0 && busyOf(client) < LITTLE_MS;
  };
  const take = (client: Client) => {
    running++;
    client.running++;
  };
  const remove = (waiter: Waiter) => {
    queue.splice(queue.indexOf(waiter), 1);
    waiter.client.waiting--;
  };
  const letIn = () => {
    let next: Waiter | undefined;
    for (const waiter of queue)
      if (mayRun(waiter.client) && (!next || waiter.client.running < next.client.running))
        next = waiter;
    if (!next) return;
    remove(next);
    next.go();
  };

  return {
    get running() {
      return running;
    },
    get waiting() {
      return queue.length;
    },
    tryEnter(client) {
      const free = mayRun(client);
      if (free) take(client);
      return free;
    },
    async enter(client) {
      if (mayRun(client)) {
        take(client);
        return true;
      }
      if (queue.length >= load.waiting || client.waiting >= load.waitingEach) return false;
      return new Promise((resolve) => {
        const waiter: Waiter = {
          client,
          go: () => {
            clearTimeout(timer);
            take(client);
            resolve(true);
          },
        };
        const timer = setTimeout(() => {
          remove(waiter);
          resolve(false);
        }, load.waitMs);
        queue.push(waiter);
        client.waiting++;
      });
    },
    leave(client, ms) {
      running--;
      client.running--;
      addBusy(client, ms);
      letIn();
    },
  };
}

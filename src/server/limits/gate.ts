import { addBusy, busyOf, type Client } from './clients.ts';

/**
 * Admits a bounded number of requests at once; a bounded number wait for a bounded time, the rest
 * is refused. The client with the fewest running is admitted first, and some places are kept for
 * clients that ask little.
 */
export interface Gate {
  /** @returns whether there is a place at once; if so, call `leave` once */
  tryEnter(client: Client): boolean;
  /** @returns whether there was a place in time; if so, call `leave` once */
  enter(client: Client): Promise<boolean>;
  /** @param ms for which the place was held */
  leave(client: Client, ms: number): void;
  readonly running: number;
  readonly waiting: number;
}

export interface Load {
  /** Places for all clients. */
  readonly running: number;
  /** Further places, for clients that have nothing else running and used little recently. */
  readonly kept: number;
  /** Most places of one client. */
  readonly runningEach: number;
  readonly waiting: number;
  readonly waitingEach: number;
  readonly waitMs: number;
}

/**
 * Half of the recent time of a client that always runs one request, which adds up to 14 s. The
 * bound is generous, because greedy clients slow down the requests of all others.
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

import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { clientAddress, trustedProxies } from '../http/client-address.ts';

/** What one client has running, and what it used recently. */
export interface Client {
  /** Requests that hold a place. */
  running: number;
  /** Requests that wait for a place. */
  waiting: number;
  /** Milliseconds for which it held places, as of `busyAt`; they halve every 10 seconds. */
  busyMs: number;
  busyAt: number;
  /** Points used in its current minute. */
  spent: number;
  /** `performance.now()` at which its minute ends. */
  minuteEnds: number;
}

/** A record takes about 200 bytes; the client not seen for longest is dropped first. */
const RECORDS_MAX = 10_000;
const HALF_LIFE_MS = 10_000;

export const newClient = (): Client => ({
  running: 0,
  waiting: 0,
  busyMs: 0,
  busyAt: 0,
  spent: 0,
  minuteEnds: 0,
});

/** Recent milliseconds for which the client held places. */
export function busyOf(client: Client, now = performance.now()): number {
  return client.busyMs * 2 ** ((client.busyAt - now) / HALF_LIFE_MS);
}

export function addBusy(client: Client, ms: number, now = performance.now()): void {
  client.busyMs = busyOf(client, now) + ms;
  client.busyAt = now;
}

/** Records of clients by their address, in bounded memory. */
export class Clients {
  private readonly known = new LRUCache<string, Client>({ max: RECORDS_MAX });
  private readonly trusted: ReturnType<typeof trustedProxies>;

  /** @throws {ConfigError} when the list of proxies is malformed */
  constructor(proxies: string | undefined) {
    this.trusted = trustedProxies(proxies);
  }

  get size(): number {
    return this.known.size;
  }

  of(req: IncomingMessage): Client {
    const address = clientAddress(req, this.trusted);
    const known = this.known.get(address);
    if (known) return known;
    const client = newClient();
    this.known.set(address, client);
    return client;
  }
}

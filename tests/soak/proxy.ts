// TCP between the server and Neo4j that can be made bad: faults begin and end while connections are open.
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const FAULTS = [
  'late by 200 ms',
  'late by 20 s',
  'a black hole',
  '1 kB a second',
  'resets',
  'cut in the middle',
  'pieces of 8 bytes',
  'nobody listens',
  'connects and says nothing',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface TcpProxy {
  readonly port: number;
  set(fault: Fault | null): void;
  close(): Promise<void>;
}

const SLOW_BYTES = 100;
const SLOW_MS = 100;
const PIECE_BYTES = 8;

export async function openProxy(target: { port: number; host: string }): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let fault: Fault | null = null;

  /** Bytes of one direction, in their order. */
  function pass(to: Socket) {
    let last = Promise.resolve();
    const write = async (bytes: Buffer) => {
      const size = fault === 'pieces of 8 bytes' ? PIECE_BYTES : SLOW_BYTES;
      if (fault !== 'pieces of 8 bytes' && fault !== '1 kB a second') return void to.write(bytes);
      for (let at = 0; at < bytes.length && !to.destroyed; at += size) {
        to.write(bytes.subarray(at, at + size));
        if (fault === '1 kB a second') await sleep(SLOW_MS);
        else await new Promise((next) => setImmediate(next));
      }
    };
    return (bytes: Buffer) => {
      if (fault === 'a black hole' || fault === 'connects and says nothing') return;
      if (fault === 'resets') return void to.resetAndDestroy();
      if (fault === 'cut in the middle') {
        to.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
        return void setTimeout(() => to.destroy(), 5);
      }
      const pause = fault === 'late by 200 ms' ? 200 : fault === 'late by 20 s' ? 20_000 : 0;
      const due = pause === 0 ? Promise.resolve() : sleep(pause, undefined, { ref: false });
      last = last.then(() => due).then(() => write(bytes));
    };
  }

  const server = createServer((client) => {
    if (fault === 'nobody listens') return void client.resetAndDestroy();
    const database = connect(target.port, target.host);
    const pair = [client, database] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [database, client] as const]) {
      from.setNoDelay(true);
      from.on('error', () => {});
      from.on('data', pass(to));
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    set(next) {
      fault = next;
      if (next === 'nobody listens') cut();
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

// Too many requests: from one client, from greedy ones, from clients that do not read.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { type Check, round, watching } from './check.ts';
import { codesOf, quantile, query, type Reply, tally } from './http.ts';

const PAGE =
  '{ people(first: 20) { edges { node { id name relationships(first: 5) { edges { node { id } } } } } } }';
const FLIGHT_MAX = 1_500;

/** Good answers a second, in a closed loop as wide as the server works. */
async function capacityOf({ graphql }: Bench, ms: number): Promise<number> {
  let good = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() - start < ms)
        if ((await query(graphql, PAGE)).status === 200) good++;
    }),
  );
  return (good * 1_000) / (performance.now() - start);
}

/** Requests at a rate of their own, whatever becomes of them. */
async function openLoop({ graphql }: Bench, perSecond: number, ms: number): Promise<Reply[]> {
  const replies: Reply[] = [];
  const flight = new Set<Promise<unknown>>();
  const start = performance.now();
  for (let sent = 0; performance.now() - start < ms; await sleep(10)) {
    const due = ((performance.now() - start) / 1_000) * perSecond;
    for (; sent < due && flight.size < FLIGHT_MAX; sent++) {
      const one = query(graphql, PAGE).then((reply) => {
        replies.push(reply);
        flight.delete(one);
      });
      flight.add(one);
    }
  }
  await Promise.all(flight);
  return replies;
}

export const overload: Check = {
  name: 'overload, three times capacity',
  goal: 'at least 0.8 of capacity answered well, liveness p99 below 500 ms, the rest 503 or 429 with Retry-After, memory below 300 MB',
  async run(bench, scale, quiet) {
    const ms = Math.max(4_000, 20_000 * scale);
    // Neo4j plans the page, and V8 compiles what answers it.
    await capacityOf(bench, 5_000);
    const capacity = await capacityOf(bench, ms / 2);
    const { result, liveP99, peak } = await watching(bench, () =>
      openLoop(bench, capacity * 3, ms),
    );
    const good = result.filter(({ status }) => status === 200);
    const share = good.length / (ms / 1_000) / capacity;
    const bad = result.filter(
      ({ status, headers }) =>
        status !== 200 && !([503, 429].includes(status) && headers['retry-after'] !== undefined),
    );
    const p99 = quantile(
      good.map((reply) => reply.ms),
      0.99,
    );
    return {
      found: `${share.toFixed(2)} of ${Math.round(capacity)}/s; answered p99 ${round(p99)}, liveness p99 ${round(liveP99)}, ${peak} MB; others: ${bad.length === 0 ? 'all 503 or 429' : tally(bad.map(codesOf))}`,
      holds:
        share >= 0.8 && liveP99 < 500 && (p99 < 2_000 || !quiet) && bad.length === 0 && peak < 300,
    };
  },
};

/** Slow for Neo4j: nothing has this quote, and no index knows it. */
const SLOW = `{ statements(where: { quote: { contains: "${'zq'.repeat(90)}" } }) { totalCount } }`;
const LOOK_UP = '{ people(first: 1) { edges { node { id } } } }';

async function starved(
  { graphql }: Bench,
  greedy: readonly string[],
  ask: () => Promise<Reply>,
): Promise<Reply[]> {
  let on = true;
  const load = greedy.map(async (from) => {
    while (on) {
      const { status } = await query(graphql, SLOW, { from });
      if (status !== 200) await sleep(20);
    }
  });
  await sleep(500);
  const replies: Reply[] = [];
  for (let i = 0; i < 20; i++) {
    replies.push(await ask());
    await sleep(100);
  }
  on = false;
  await Promise.all(load);
  return replies;
}

export const starve: Check = {
  name: 'greedy clients',
  goal: 'beside 8 greedy clients and 24 connections of one, 18 of 20 requests of another are answered; __typename always',
  async run(bench) {
    const { graphql } = bench;
    const eight = Array.from({ length: 8 }, (_, i) => `127.0.0.${10 + i}`);
    const one = Array.from({ length: 24 }, () => '127.0.0.10');
    const good = (replies: readonly Reply[]) =>
      replies.filter(({ status }) => status === 200).length;
    const other = () => query(graphql, LOOK_UP, { from: '127.0.0.50' });
    const byEight = await starved(bench, eight, other);
    const byOne = await starved(bench, one, other);
    const alive = () => query(graphql, '{ __typename }', { from: '127.0.0.10' });
    const same = await starved(bench, one, alive);
    const told = (replies: readonly Reply[]) => tally(replies.map(codesOf));
    return {
      found: `of 20 each: ${told(byEight)} beside 8 clients; ${told(byOne)} beside one with 24 connections; ${told(same)} for __typename of that client itself`,
      holds: good(byEight) >= 18 && good(byOne) >= 18 && good(same) === 20,
    };
  },
};

/** Some 3 MB of answer. */
const LARGE =
  '{ people(first: 100) { edges { node { id name relationships(first: 90) { edges { node { id source { id name } target { id name } } } } } } } }';
const READERS = 20;

function deafClient(graphql: string, from: string): Promise<number> {
  const { port, hostname } = new URL(graphql);
  const body = JSON.stringify({ query: LARGE });
  return new Promise((resolve) => {
    const start = performance.now();
    const socket = connect({ port: Number(port), host: hostname, localAddress: from });
    socket.on('error', () => {});
    socket.on('close', () => resolve(performance.now() - start));
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    socket.pause();
    setTimeout(() => socket.destroy(), 60_000).unref();
    // A paused socket does not see that the other side has ended: what is left is read at the end.
    setTimeout(() => socket.resume(), 25_000).unref();
  });
}

export const readers: Check = {
  name: 'clients that do not read',
  goal: 'places are free again in 15 s, others are answered meanwhile, memory below 300 MB',
  async run(bench) {
    const deaf = Array.from({ length: READERS }, (_, i) =>
      deafClient(bench.graphql, `127.0.0.${20 + (i % 4)}`),
    );
    const { result, liveP99, peak } = await watching(bench, async () => {
      const replies: Reply[] = [];
      for (let i = 0; i < 20; i++) {
        replies.push(await query(bench.graphql, LOOK_UP, { from: '127.0.0.60' }));
        await sleep(750);
      }
      return replies;
    });
    const after = await Promise.all(
      Array.from({ length: 8 }, () => query(bench.graphql, LOOK_UP, { from: '127.0.0.20' })),
    );
    const good = result.filter(({ status }) => status === 200).length;
    const free = after.filter(({ status }) => status === 200).length;
    await Promise.all(deaf);
    return {
      found: `${good} of 20 others answered, ${free} of 8 places free after 15 s, liveness p99 ${round(liveP99)}, ${peak} MB`,
      holds: good >= 18 && free === 8 && liveP99 < 500 && peak < 300,
    };
  },
};

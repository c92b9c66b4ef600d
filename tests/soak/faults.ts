// Neo4j that is slow, broken or gone; clients that leave; a server that is asked to stop.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { type Check, type Found, round, watching } from './check.ts';
import { codesOf, query, type Reply, send, tally } from './http.ts';
import { FAULTS, type Fault } from './proxy.ts';

const PAGE = '{ people(first: 20) { edges { node { id name } } } }';
const ANSWER_MAX_MS = 7_500;
const RECOVERED_MS = 2_000;
const CODES = /^(?:data|SERVICE_UNAVAILABLE|TIMEOUT|OVERLOADED)$/;

async function recovered({ graphql }: Bench): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < 15_000) {
    if ((await query(graphql, PAGE)).status === 200) return performance.now() - start;
    await sleep(50);
  }
  return Number.POSITIVE_INFINITY;
}

async function underFault(bench: Bench, fault: Fault) {
  const ask = () => Promise.all(Array.from({ length: 8 }, () => query(bench.graphql, PAGE)));
  await ask();
  bench.proxy.set(fault);
  const { result, liveP99 } = await watching(bench, async () => [
    ...(await ask()),
    ...(await ask()),
  ]);
  bench.proxy.set(null);
  return { replies: result, liveP99, back: await recovered(bench) };
}

export const slowNeo4j: Check = {
  name: 'Neo4j slow, broken or gone',
  goal: 'every answer coded and in 7.5 s, liveness p99 below 500 ms, good again 2 s after the fault',
  async run(bench) {
    const rows: string[] = [];
    let held = 0;
    for (const fault of FAULTS) {
      const { replies, liveP99, back } = await underFault(bench, fault);
      const slowest = Math.max(...replies.map(({ ms }) => ms));
      const coded = replies.every((reply) => CODES.test(codesOf(reply)));
      const holds = coded && slowest < ANSWER_MAX_MS && back < RECOVERED_MS && liveP99 < 500;
      if (holds) held++;
      rows.push(
        `${fault}: ${tally(replies.map(codesOf))}, slowest ${round(slowest)}, back in ${round(back)}${holds ? '' : ' (falls short)'}`,
      );
    }
    return {
      found: `${held} of ${FAULTS.length}<br>${rows.join('<br>')}`,
      holds: held === FAULTS.length,
    };
  },
};

const HEAVY =
  '{ people(first: 100) { edges { node { relationships(first: 30) { edges { node { id source { id name } target { id name } } } } } } } }';

async function statementsRunning({ database }: Bench): Promise<number> {
  const rows = await database.run(
    "SHOW TRANSACTIONS YIELD currentQuery, status WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS n",
  );
  return Number(rows[0]?.n);
}

export const cancel: Check = {
  name: 'clients that leave',
  goal: 'their statements are gone from Neo4j in 5 s, and every place is free',
  async run(bench) {
    const leave = new AbortController();
    const left = Array.from({ length: 8 }, () =>
      query(bench.graphql, HEAVY, { signal: leave.signal }),
    );
    let during = 0;
    for (let i = 0; i < 40 && during === 0; i++) during = await statementsRunning(bench);
    leave.abort();
    await Promise.all(left);
    const start = performance.now();
    while ((await statementsRunning(bench)) > 0 && performance.now() - start < 15_000)
      await sleep(50);
    const gone = performance.now() - start;
    const after = await Promise.all(
      Array.from({ length: 8 }, () => query(bench.graphql, PAGE, { timeoutMs: 10_000 })),
    );
    const free = after.filter(({ status }) => status === 200).length;
    return {
      found: `${during} statements ran, gone in ${round(gone)}, ${free} of 8 places free`,
      // Where none was seen to run, nothing was shown.
      holds: during > 0 && gone < 5_000 && free === 8,
    };
  },
};

/** Ends the server: the last check. */
export const sigterm: Check = {
  name: 'SIGTERM under load',
  goal: 'everything in flight answered, readiness 503 meanwhile, exit 0 in less than 10 s',
  async run(bench): Promise<Found> {
    bench.proxy.set('late by 200 ms');
    const replies: Promise<Reply>[] = Array.from({ length: 8 }, () => query(bench.graphql, PAGE));
    await sleep(100);
    const start = performance.now();
    bench.process.kill('SIGTERM');
    await sleep(50);
    const ready = await send(bench.ready, { method: 'GET' });
    const answers = await Promise.all(replies);
    const code = await bench.exited;
    const ms = performance.now() - start;
    const good = answers.filter(({ status }) => status === 200).length;
    return {
      found: `${good} of 8 answered, readiness ${ready.status || 'closed'}, exit ${code} in ${round(ms)}`,
      holds: good === 8 && code === 0 && ms < 10_000 && [0, 503].includes(ready.status),
    };
  },
};

import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase, testDatabase, workerNeo4j } from '../../helpers/neo4j.ts';
import { type Answered, ask, postRequest, seed, serve } from '../serving.ts';

const QUERY = { query: '{ people(first: 3) { edges { node { id } } } }' };

/** Bolt through a door that can be shut: bytes are swallowed, connections stay open. */
async function openDoor() {
  const target = new URL(workerNeo4j().uri.replace('bolt', 'http'));
  const sockets = new Set<Socket>();
  let shut = false;
  const door = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('data', (bytes) => shut || to.write(bytes));
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((ready) => door.listen(0, '127.0.0.1', ready));
  const { port } = door.address() as { port: number };
  return {
    uri: `bolt://127.0.0.1:${port}`,
    shut: (value: boolean) => {
      shut = value;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      door.close();
    },
  };
}

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
});
afterAll(() => database.close());

describe('a database that falls silent', () => {
  test('is told as TIMEOUT or SERVICE_UNAVAILABLE in time, and every place is given back', async () => {
    const door = await openDoor();
    const behind = testDatabase({ uri: door.uri });
    const server = await serve(behind, { REQUEST_TIMEOUT_MS: '1000' });
    const many = (count: number) =>
      Promise.all(Array.from({ length: count }, () => ask(server.graphql, QUERY)));
    try {
      await many(16);
      door.shut(true);
      const start = performance.now();
      const answers = await many(8);
      expect(performance.now() - start).toBeLessThan(2_500);
      for (const { status, body } of answers) {
        expect([503, 504]).toContain(status);
        expect(['SERVICE_UNAVAILABLE', 'TIMEOUT']).toContain(body.errors?.[0]?.extensions?.code);
      }
      expect((await fetch(`${server.url}health/live`)).status).toBe(200);
      expect((await fetch(`${server.url}health/ready`)).status).toBe(503);

      door.shut(false);
      // The first connections that are made anew may take a busy machine longer than a request has.
      const status = async () => (await ask(server.graphql, QUERY)).status;
      await expect.poll(status, { timeout: 15_000, interval: 200 }).toBe(200);
      const ready = async () => (await fetch(`${server.url}health/ready`)).status;
      await expect.poll(ready, { timeout: 15_000, interval: 500 }).toBe(200);
      const metrics = await (await fetch(`${server.url}metrics`)).text();
      expect(metrics).toMatch(/^entente_requests_running 0$/m);
    } finally {
      door.close();
      await server.close();
      await behind.close();
    }
  });
});

describe('a client that leaves', () => {
  /** Each query is slow because the door holds it. */
  test('is not read for when it was still waiting for a place, and is no error in the log', async () => {
    const door = await openDoor();
    const sent: string[] = [];
    const behind = testDatabase({ uri: door.uri, onStatement: ({ name }) => sent.push(name) });
    const server = await serve(behind, { REQUEST_TIMEOUT_MS: '1000' });
    try {
      await ask(server.graphql, QUERY);
      door.shut(true);
      const holders = Array.from({ length: 8 }, () => ask(server.graphql, QUERY));
      await sleep(100);
      const leave = new AbortController();
      const request = postRequest(server.graphql, { query: '{ countries { totalCount } }' });
      const left = fetch(request, { signal: leave.signal }).catch(({ name }: Error) => name);
      await sleep(100);
      leave.abort();
      expect(await left).toBe('AbortError');
      door.shut(false);
      await Promise.all(holders);
      await sleep(200);
      expect(sent).not.toContain('countries');
      expect(server.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
    } finally {
      door.close();
      await server.close();
      await behind.close();
    }
  });

  test('takes its query with it: it is gone from Neo4j within a second', async () => {
    const slow = 'UNWIND range(1, 3000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x) AS n';
    const running = async () =>
      (
        await database.run(
          "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 3000000000)' RETURN count(*) AS n",
        )
      )[0]?.n;
    const leave = new AbortController();
    const reader = database.reader({ signal: leave.signal });
    const read = reader.run('slow', slow, {}).catch(({ name }: Error) => name);
    await expect.poll(running, { timeout: 5_000 }).toBe(1);
    leave.abort();
    await expect.poll(running, { timeout: 1_000 }).toBe(0);
    expect(await read).toBe('AbortError');
    await reader.close();
  });
});

test('more requests than the server can take are refused with 503 and when to come back', async () => {
  const door = await openDoor();
  const behind = testDatabase({ uri: door.uri });
  const server = await serve(behind, { REQUEST_TIMEOUT_MS: '3000' });
  const codeOf = ({ body }: Answered) => body.errors?.[0]?.extensions?.code;
  try {
    await ask(server.graphql, QUERY);
    door.shut(true);
    let ended = 0;
    const all = Promise.all(
      Array.from({ length: 60 }, async () => {
        const answer = await ask(server.graphql, QUERY);
        if (codeOf(answer) !== 'OVERLOADED') ended++;
        return answer;
      }),
    );
    await sleep(200);
    expect((await fetch(`${server.url}health/live`)).status).toBe(200);
    // Liveness waits for no place: all eight are still held.
    expect(ended).toBe(0);
    const refused = (await all).filter((answer) => codeOf(answer) === 'OVERLOADED');
    expect(refused.length).toBeGreaterThanOrEqual(28); // 8 run, 24 wait
    for (const { status, headers } of refused)
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  } finally {
    door.close();
    await server.close();
    await behind.close();
  }
});

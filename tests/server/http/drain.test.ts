import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { SetupError } from '../../../src/errors.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, seed, serve } from '../serving.ts';

const QUERY = '{ people(first: 3) { edges { node { id } } } }';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
});
afterAll(() => database.close());

/** The same database, farther away; tells how many statements are under way to it. */
function distant(near: Database) {
  let sent = 0;
  const database: Database = {
    ...near,
    reader(options) {
      const reader = near.reader(options);
      return {
        ...reader,
        run: (...statement) => {
          sent++;
          return sleep(700).then(() => reader.run(...statement));
        },
      };
    },
  };
  return { database, sent: () => sent };
}

test('what is under way is answered, and readiness says that the server is leaving', async () => {
  const far = distant(database);
  const server = await serve(far.database);
  const answers = Array.from({ length: 8 }, () => ask(server.graphql, { query: QUERY }));
  await expect.poll(far.sent, { timeout: 5_000, interval: 10 }).toBeGreaterThanOrEqual(8);
  const closed = server.close();
  const ready = await fetch(`${server.url}health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
  expect(ready.headers.get('connection')).toBe('close');
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
  await closed;
  await expect(fetch(server.url)).rejects.toThrow();
});

test('a request that never ends does not hold the server', async () => {
  const server = await serve(database);
  const half = connect(Number(new URL(server.url).port), '127.0.0.1');
  half.on('error', () => {});
  half.write(
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
  );
  await sleep(50);
  const start = performance.now();
  await server.close();
  expect(performance.now() - start).toBeLessThan(2_000);
  half.destroy();
});

test('a port that is taken is told with what to do', async () => {
  const server = await serve(database);
  const { port } = new URL(server.url);
  await expect(serve(database, { PORT: port })).rejects.toThrow(SetupError);
  await expect(serve(database, { PORT: port })).rejects.toThrow(`port ${port} is already in use`);
  await server.close();
});

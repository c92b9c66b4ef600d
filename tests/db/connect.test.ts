import { afterEach, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { type Database, type DatabaseSettings, openDatabase } from '../../src/db/database.ts';
import { toAppError } from '../../src/db/driver-error.ts';
import { workerNeo4j } from '../helpers/neo4j.ts';

let database: Database;
afterEach(() => database.close());

async function attempt(settings: Partial<DatabaseSettings>): Promise<string> {
  const all = { ...workerNeo4j(), ...settings };
  database = openDatabase(all);
  const { uri, database: name } = all;
  return connect(database, { uri, database: name, configured: true, patienceMs: 500 }).then(
    () => 'connected',
    (error: Error) => error.message,
  );
}

test.each([
  ['the right settings', {}, /^connected$/],
  [
    'an address where nothing listens',
    { uri: 'bolt://127.0.0.1:1' },
    /^the database at bolt:\/\/127\.0\.0\.1:1 cannot be reached \(nothing listens there\); .* NEO4J_URI\.$/,
  ],
  [
    'an unknown host',
    { uri: 'bolt://no-such-host.invalid:7687' },
    /^the host of bolt:\/\/no-such-host\.invalid:7687 is not known; .* NEO4J_URI\.$/,
  ],
  [
    'a database that is not there',
    { database: 'nosuchdatabase' },
    /has no database "nosuchdatabase"; set NEO4J_DATABASE to one/,
  ],
  [
    'a wrong password',
    { password: 'not-the-password' },
    /refuses the credentials; check NEO4J_USER and NEO4J_PASSWORD\.$/,
  ],
])('%s: address, setting and remedy are told', async (_, settings, message) => {
  expect(await attempt(settings)).toMatch(message);
});

test('waiting for a database ends when the program is asked to stop', async () => {
  database = openDatabase({ ...workerNeo4j(), uri: 'bolt://127.0.0.1:1' });
  const uri = 'bolt://127.0.0.1:1';
  const signal = AbortSignal.timeout(300);
  const start = performance.now();
  await expect(
    connect(database, { uri, configured: true, patienceMs: 60_000, signal }),
  ).rejects.toThrow(/timeout/);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('a database that overran its time at first, as one that has just started, is asked again', async () => {
  const { uri } = workerNeo4j();
  database = openDatabase(workerNeo4j());
  const overrun = { code: 'Neo.ClientError.Transaction.TransactionTimedOut' };
  let asked = 0;
  const slow: Database = {
    ...database,
    ping: async (ms) => {
      asked++;
      if (asked < 3) throw toAppError(overrun, 'a statement');
      await database.ping(ms);
    },
  };
  await connect(slow, { uri, configured: false, patienceMs: 60_000 });
  expect(asked).toBe(3);

  asked = -1_000;
  await expect(connect(slow, { uri, configured: false, patienceMs: 500 })).rejects.toThrow(
    /^the embedded Neo4j at \S+ has started and does not answer; is this machine overloaded\?/,
  );
});

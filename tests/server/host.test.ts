import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/database.ts';
import { createLog } from '../../src/log.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { testDatabase, workerNeo4j } from '../helpers/neo4j.ts';

let database: Database;
let server: RunningServer;

beforeAll(async () => {
  database = testDatabase();
  const config = readConfig({ PORT: '0', NEO4J_URI: workerNeo4j().uri });
  server = await startServer({ config, database, log: createLog('silent') });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

function statusAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path: '/health/live', headers: { host } }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a foreign name that resolves to this machine is refused', async () => {
  expect(await statusAs('attacker.example')).toBe(421);
  expect(await statusAs('127.0.0.1.attacker.example:4000')).toBe(421);
  for (const host of ['127.0.0.1:4000', 'localhost', '[::1]:4000'])
    expect(await statusAs(host)).toBe(200);
});

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { testDatabase } from '../../helpers/neo4j.ts';
import { sendRaw, serve } from '../serving.ts';

type Server = Awaited<ReturnType<typeof serve>>;

let database: Database;
beforeAll(() => {
  database = testDatabase();
});
afterAll(() => database.close());

function statusAs(server: Server, host: string): Promise<number | undefined> {
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

const HOSTS = [
  '127.0.0.1:4000',
  'localhost',
  '[::1]:4000',
  'graph.example.org',
  'Graph.Example.org:8443',
  'attacker.example',
  '127.0.0.1.attacker.example:4000',
];
const LOCAL = [200, 200, 200];

describe.each([
  ['on this machine only', {}, [...LOCAL, 421, 421, 421, 421]],
  [
    'on all addresses, with a public one',
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://graph.example.org:8443/' },
    [...LOCAL, 200, 200, 421, 421],
  ],
  [
    'on this machine behind a proxy, with a public address',
    { PUBLIC_URL: 'https://graph.example.org' },
    [...LOCAL, 200, 421, 421, 421],
  ],
  ['on all addresses, without a public one', { HOST: '0.0.0.0' }, [...LOCAL, 200, 200, 200, 200]],
])('a server %s', (what, env: Readonly<Record<string, string>>, statuses) => {
  test('answers to its own names', async () => {
    const server = await serve(database, env);
    try {
      expect(await Promise.all(HOSTS.map((host) => statusAs(server, host)))).toEqual(statuses);
      const told = server.lines.filter((line) => line.includes('set PUBLIC_URL'));
      expect(told.length).toBe(what.endsWith('without a public one') ? 1 : 0);
    } finally {
      await server.close();
    }
  });
});

test('two Host headers are refused, in whatever order', async () => {
  const server = await serve(database);
  try {
    for (const hosts of [
      ['localhost', 'attacker.example'],
      ['attacker.example', 'localhost'],
      ['localhost', 'localhost'],
    ]) {
      const lines = hosts.map((host) => `Host: ${host}\r\n`).join('');
      expect(
        await sendRaw(server.url, `GET /health/live HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`),
      ).toMatch(/^HTTP\/1\.1 400 /);
    }
  } finally {
    await server.close();
  }
});

import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { startServer } from '../../../src/server/server.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { settings } from '../serving.ts';

let database: Database;
/** Stands for the Neo4j that has Neo4j Browser. */
let upstream: Server;
let asked: string[] = [];
let server: Awaited<ReturnType<typeof startServer>>;
const serveWith = (env: Record<string, string>) => {
  const { port } = upstream.address() as AddressInfo;
  const browser = { url: `http://127.0.0.1:${port}/browser/`, bolt: 'bolt://127.0.0.1:7687' };
  const log = pino({ level: 'silent' });
  return startServer({
    config: settings(env),
    database,
    log,
    browser,
    reader: 'fast',
    warm: false,
  });
};

beforeAll(async () => {
  database = await emptyDatabase();
  upstream = createServer((req, res) => {
    asked.push(req.url ?? '');
    if (req.url === '/browser/' || req.url === '/browser/a/b.js')
      res.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>');
    else res.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => upstream.once('listening', resolve));
  server = await serveWith({});
});
afterAll(async () => {
  await server.close();
  upstream.close();
  await database.close();
});
const get = (path: string, at = server) => fetch(at.url + path);
/** Sends a path as it is written: `fetch` takes dots out of it first. */
async function statusAsWritten(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  const [response] = (await once(request({ hostname, port, path }).end(), 'response')) as [
    IncomingMessage,
  ];
  response.resume();
  return response.statusCode;
}

describe('Neo4j Browser', () => {
  test('is served under a policy that lets it reach this server and the database only', async () => {
    for (const path of ['browser/', 'browser/a/b.js']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, '<p>hello</p>']);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain('ws://127.0.0.1:7687');
      const hosts = [...policy.matchAll(/\w+:\/\/[^ ;]+/g)].map(
        ([address]) => new URL(address).hostname,
      );
      expect([...new Set(hosts)].sort()).toEqual(['127.0.0.1', 'localhost']);
      expect(policy).not.toContain('*');
    }
  });

  test.each([
    'browser/../db',
    'browser/%2e%2e/db',
    'browser/a/..%2f..%2fdb',
    'browser//evil.example/x',
    'browser/..',
    'browser/a/..',
    'browser/.git',
  ])('/%s reaches nothing beyond its files', async (path) => {
    asked = [];
    expect(await statusAsWritten(`/${path}`)).toBe(404);
    expect(asked.filter((url) => !url.startsWith('/browser/'))).toEqual([]);
  });

  test('is opened by links that name its user, and by no link in production', async () => {
    const tools = (await (await get('tools.json')).json()) as { queries: { link: string }[] };
    for (const { link } of tools.queries)
      expect(link).toMatch(
        /^\/browser\/\?connectURL=bolt%3A%2F%2Fneo4j%40127\.0\.0\.1%3A7687&cmd=edit/,
      );
    const production = await serveWith({ ENTENTE_PROFILE: 'production', TOOLS: 'on' });
    expect((await get('browser/', production)).status).toBe(404);
    await production.close();
  });
});

describe('for Neo4j Browser', () => {
  test('there are twenty questions, each a file, and all of them in the guide', async () => {
    const { queries } = (await (await get('tools.json')).json()) as {
      queries: { name: string; title: string; cypher: string }[];
    };
    expect(queries.length).toBeGreaterThanOrEqual(20);
    const guide = await (await get('cypher/guide.html')).text();
    expect(guide.match(/class="pre-scrollable code runnable"/g)).toHaveLength(queries.length);
    for (const { name, title, cypher } of queries) {
      const file = await get(`cypher/${name}.cypher`);
      expect(await file.text()).toBe(`// ${title}\n${cypher}\n`);
      expect(guide).toContain(title.replaceAll("'", '&#39;'));
    }
  });

  test('every kind of node has a colour and a caption', async () => {
    const response = await get('cypher/style.grass');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const style = await response.text();
    const kinds = ['Person', 'Organisation', 'Country', 'Agreement', 'ArmsSale', 'WeaponSystem'];
    for (const kind of [...kinds, 'Event', 'Place', 'Document', 'Statement'])
      expect(style).toMatch(new RegExp(`node\\.${kind} \\{[^}]*color: #[^}]*caption: "\\{`));
  });
});

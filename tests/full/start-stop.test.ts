import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import getPort from 'get-port';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  isAlive,
  newHome,
  type Program,
  pidOf,
  query,
  readyAt,
  run,
  runProgram,
  until,
} from '../helpers/program.ts';

let home: string;
let server: Program | undefined;
beforeEach(() => {
  home = newHome('start');
});
afterEach(async () => {
  if (server?.child.exitCode === null) {
    server.child.kill('SIGTERM');
    await server.ended;
  }
  server = undefined;
  rmSync(home, { recursive: true, force: true });
});

const status = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  );

test('from start to stop: live at once, ready when it can answer, no password told, nothing left', async () => {
  const port = await getPort();
  const documents = path.join(home, 'documents');
  mkdirSync(documents);
  writeFileSync(
    path.join(documents, 'treaty.txt'),
    'On 4 March 2025, Norway and Japan signed a memorandum of understanding on defence training.\n',
  );
  server = runProgram(['serve'], home, { PORT: String(port) });
  const url = `http://127.0.0.1:${port}/`;
  await until('it is live', async () => (await status(`${url}health/live`)) === 200);
  expect([await status(`${url}health/ready`), await status(`${url}graphql`)]).toEqual([503, 503]);
  expect(await readyAt(server)).toBe(url);
  expect(await status(`${url}health/ready`)).toBe(200);

  const rejects = path.join(home, 'rejects.jsonl');
  const read = await run(['ingest', '--rejects', rejects, documents], home);
  expect([read.code, read.stderr.includes('error')]).toEqual([0, false]);
  expect(JSON.parse(read.stdout)).toMatchObject({ documents: 1, written: 1, interrupted: false });
  const { documents: found } = await query<{ documents: { totalCount: number } }>(
    url,
    '{ documents(first: 1) { totalCount } }',
  );
  expect(found.totalCount).toBe(1);

  const pid = pidOf(home);
  const asked = await run(['neo4j', 'status', '--password'], home);
  expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/on a terminal only/)]);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  const password = readFileSync(path.join(home, 'neo4j-password'), 'utf8').trim();
  expect(password.length).toBeGreaterThan(20);
  for (const told of [server.stderr(), asked.stdout, asked.stderr, read.stderr])
    expect(told).not.toContain(password);
});

test('a taken port is told before anything else is done', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const { code, stderr } = await run(['start'], home, { PORT: String(port) });
  taken.close();
  expect([code, stderr]).toEqual([
    1,
    `error: port ${port} is already in use; stop what uses it, or set PORT to another (0 picks a free one).\n`,
  ]);
  expect(existsSync(path.join(home, 'neo4j'))).toBe(false);
});

test('Ctrl-C while Neo4j starts ends the program soon, and the next start works', async () => {
  server = runProgram(['serve'], home);
  await until('Java runs', () => existsSync(path.join(home, 'neo4j/logs/neo4j.log')));
  const pid = pidOf(home);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(130);
  expect(isAlive(pid)).toBe(false);
  server = runProgram(['serve'], home);
  await readyAt(server);
});

test.runIf(process.platform === 'linux')(
  'a data folder in /proc is refused at once, in one line',
  async () => {
    const { code, stderr } = await run(['serve'], '/proc/entente');
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(/^error: the folder .* cannot be written: .*; set ENTENTE_HOME/);
  },
);

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { admin } from '../../src/embedded/admin.ts';
import { homeOf } from '../../src/embedded/home.ts';
import { cacheFolder, ensureJars } from '../../src/embedded/java/jars.ts';
import {
  isAlive,
  newHome,
  pidOf,
  query,
  readyAt,
  run,
  runProgram,
  until,
} from '../helpers/program.ts';

let home: string;
let file: string;
const others: string[] = [];

function documents(name: string, texts: readonly string[]): string {
  const folder = path.join(home, name);
  mkdirSync(folder, { recursive: true });
  for (const [number, text] of texts.entries())
    writeFileSync(path.join(folder, `${number}.txt`), text);
  return folder;
}

const TREATIES = ['Norway and Japan', 'Kenya and Brazil', 'Chile and Poland'].map(
  (states, day) => `On ${day + 3} March 2025, ${states} signed a treaty on defence training.\n`,
);
const ingest = (folder: string, into = home) =>
  run(['ingest', '--rejects', path.join(home, 'rejects.jsonl'), folder], into);
const fingerprintIn = (text: string) => /fingerprint +(\w{32})/.exec(text)?.[1];

beforeAll(async () => {
  home = newHome('backup');
  file = path.join(home, 'graph.dump');
  expect(await ingest(documents('first', TREATIES))).toMatchObject({
    code: 0,
    stderr: expect.not.stringMatching(/^error/m),
  });
});
afterAll(() => {
  for (const folder of [home, ...others]) rmSync(folder, { recursive: true, force: true });
});

test('a backup is one private file with its proof beside it, and is refused while a server uses the data', async () => {
  const server = runProgram(['serve'], home);
  await readyAt(server);
  const refused = await run(['neo4j', 'backup', file], home);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/is in use by another Entente; stop that one/),
  ]);
  expect(existsSync(file)).toBe(false);
  // The power goes: nothing is closed in order.
  const pid = pidOf(home);
  server.child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await until('both have gone', () => !isAlive(pid));

  const { code, stdout, stderr } = await run(['neo4j', 'backup', file], home);
  expect([code, /^error.*/m.exec(stderr)?.[0]]).toEqual([0, undefined]);
  const proof = JSON.parse(readFileSync(`${file}.fingerprint.json`, 'utf8'));
  expect(proof.hash).toBe(fingerprintIn(stdout));
  expect(proof.nodes).toBeGreaterThan(9);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = await run(['neo4j', 'backup', file], home);
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/is there already/)]);
});

test('after more was read and Neo4j was killed, a forced restore brings back the same graph, which is sound', async () => {
  expect(
    await ingest(documents('second', ['On 9 May 2025, Peru and Egypt signed a treaty.\n'])),
  ).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/^error/m) });
  const refused = await run(['neo4j', 'restore', file], home);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringMatching(
      /holds \d+ nodes and \d+ relationships; back it up first, or give --force/,
    ),
  ]);
  const server = runProgram(['serve'], home);
  await readyAt(server);
  const pid = pidOf(home);
  server.child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await until('both have gone', () => !isAlive(pid));

  const { code, stdout } = await run(['neo4j', 'restore', '--force', file], home);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/proved +yes, the same fingerprint/)]);
  expect(fingerprintIn(stdout)).toBe(
    JSON.parse(readFileSync(`${file}.fingerprint.json`, 'utf8')).hash,
  );
  const config = readConfig({ ENTENTE_HOME: home });
  const jars = await ensureJars(cacheFolder(process.env.ENTENTE_CACHE));
  await admin(['database', 'check', 'neo4j'], { home: homeOf(config.ENTENTE_HOME), jars });
});

test('a backup whose proof does not fit is put back out, and another data folder takes a good one', async () => {
  const wrong = path.join(home, 'wrong.dump');
  writeFileSync(wrong, readFileSync(file));
  const proof = JSON.parse(readFileSync(`${file}.fingerprint.json`, 'utf8'));
  writeFileSync(
    `${wrong}.fingerprint.json`,
    JSON.stringify({ ...proof, hash: '0'.repeat(32), nodes: proof.nodes + 1 }),
  );
  const refused = await run(['neo4j', 'restore', '--force', wrong], home);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/is not the one that was backed up .*; the database is as it was before/),
  ]);

  const other = newHome('restored');
  others.push(other);
  const { code, stdout } = await run(['neo4j', 'restore', file], other);
  expect([code, fingerprintIn(stdout)]).toEqual([0, proof.hash]);
  const server = runProgram(['serve'], other);
  const found = await query<{ documents: { totalCount: number } }>(
    await readyAt(server),
    '{ documents(first: 1) { totalCount } }',
  );
  expect(found.documents.totalCount).toBe(TREATIES.length);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('what is no backup is refused, and the graph stays', async () => {
  const text = path.join(home, 'text.dump');
  writeFileSync(text, 'this is no dump\n');
  const refused = await run(['neo4j', 'restore', '--force', text], home);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^error: neo4j-admin database load neo4j failed: /m);
  const { stdout } = await run(['neo4j', 'backup', path.join(home, 'after.dump')], home);
  expect(fingerprintIn(stdout)).toBe(
    JSON.parse(readFileSync(`${file}.fingerprint.json`, 'utf8')).hash,
  );
});

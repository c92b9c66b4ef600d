import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { writeAll } from '../../src/ingest/pipeline/write-all.ts';
import { emptyDatabase, workerNeo4j } from '../helpers/neo4j.ts';
import { prepared, randomDocument, randomOf } from '../ingest/write/random-documents.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENTENTE = path.join(ROOT, 'bin/entente.js');
const TEXTS = path.join(ROOT, 'examples/labelled/texts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-files-'));
  writeFileSync(path.join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function entente(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('node', [ENTENTE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ENTENTE_HOME: path.join(folder, 'home'), ...env },
  });
  return { status, stdout, stderr };
}

test.each([
  [
    ['ingest', '--dry-run', TEXTS, '--rejects', 'no/r.jsonl'],
    /^error: --rejects "no\/r.jsonl" .* make it/,
  ],
  [
    ['ingest', '--dry-run', TEXTS, '--report', 'no/x.json'],
    /^error: --report "no\/x.json" .* make it/,
  ],
  [['ingest', '--dry-run', TEXTS, '--report', '.'], /^error: --report "." .* it is a folder/],
  [
    ['evaluate', path.join(ROOT, 'examples/labelled'), '--out', 'no/x'],
    /^error: --out "no\/x" .* make it/,
  ],
])('a file that cannot be written is told before the work: %j', (args, message) => {
  const { status, stdout, stderr } = entente(args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a data folder that cannot be made is one message, and telling the status makes none', () => {
  const env = { NEO4J_URI: '', ENTENTE_HOME: path.join(folder, 'file', 'home') };
  const { status, stderr } = entente(['neo4j', 'start'], env);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error: the folder .*file\/home.* cannot be written: .*; set ENTENTE_HOME/,
  );
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(entente(['neo4j', 'status'], env)).toMatchObject({ status: 0, stderr: '' });
  expect(entente(['neo4j', 'status'])).toMatchObject({ status: 0, stdout: 'it is not running\n' });
  expect(existsSync(path.join(folder, 'home'))).toBe(false);
});

test('rejected records that cannot be written are a warning, and the rest is read', async () => {
  mkdirSync(path.join(folder, 'in'));
  writeFileSync(path.join(folder, 'in/a.jsonl'), '{broken\n{"text":"A text."}\n{broken\n');
  const rejectsFile = path.join(folder, 'file', 'r.jsonl');
  const report = await ingest(null, [path.join(folder, 'in')], { rejectsFile });
  expect(report).toMatchObject({ documents: 1, rejected: 2, rejects: null });
  expect(report.warnings).toEqual([
    expect.stringMatching(/r\.jsonl: rejected records are not written: .*; name another file/),
  ]);
});

test('an export that nobody reads to its end stops quietly', async () => {
  const database = await emptyDatabase();
  const random = randomOf(1);
  const documents = Array.from({ length: 40 }, (_, at) =>
    prepared(randomDocument(random, `export-${at}`, null)),
  );
  await writeAll(database, documents);
  await database.close();
  const { uri, password } = workerNeo4j();
  const { stdout, stderr } = spawnSync('sh', ['-c', `node ${ENTENTE} export | head -1`], {
    encoding: 'utf8',
    env: { ...process.env, NEO4J_URI: uri, NEO4J_PASSWORD: password },
  });
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'node' });
  expect(stderr).toBe('');
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-evaluate-'));
  cpSync(path.join(ROOT, 'examples/labelled'), path.join(folder, 'labelled'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

function entente(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [path.join(ROOT, 'bin/entente.js'), 'evaluate', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('JSON goes to stdout, what was found to a file', () => {
  const { status, stdout } = entente('labelled', '--json', '--out', 'found.jsonl');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    documents: 4,
    relationships: { each: { SOLD_TO: { missed: expect.any(Number) } } },
  });
  const [first = ''] = readFileSync(path.join(folder, 'found.jsonl'), 'utf8').split('\n');
  expect(JSON.parse(first)).toMatchObject({ kind: 'node' });
});

test('a file that cannot be used is told, and the rest is measured', () => {
  rmSync(path.join(folder, 'labelled/texts/2025-11-19-javelin.txt'));
  const { status, stdout, stderr } = entente('labelled');
  expect(status).toBe(3);
  expect(stdout).toMatch(/^3 documents/);
  expect(stderr).toContain(
    'left out: labelled/2025-11-19-javelin.json: its text 2025-11-19-javelin.txt is missing; put it',
  );
});

test.each([
  [['nowhere'], /^error: nowhere is no folder; name one/],
  [['labelled', '--cross-validate', '--folds', 'x'], /^error: --folds is "x"; it must be a whole/],
  [['labelled', '--taggers', 'taggers'], /^error: --taggers measures .* add --cross-validate/],
  [['labelled', '--docs'], /^error: --docs tells .* add --cross-validate/],
])('a mistake is one message: %j', (args, message) => {
  expect(entente(...args)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(message),
  });
});

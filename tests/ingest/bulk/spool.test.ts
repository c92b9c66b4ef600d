import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Spool } from '../../../src/ingest/bulk/spool.ts';
import { TextFiles } from '../../../src/text-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(spool: Spool, file: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const one of spool.lines(file)) all.push(one);
  return all;
}

test('lines are read as they were written, longer than a piece and across its end, in any script', async () => {
  const spool = new Spool(folder);
  const long = 'Київ '.repeat(300_000);
  const all = [
    { a: 1 },
    { long },
    ...Array.from({ length: 9_000 }, (_, at) => ({ at, long: 'ї' })),
  ];
  for (const [at, one] of all.entries()) {
    spool.write('one.jsonl', `${JSON.stringify(one)}\n`);
    if (at % 3 === 0) spool.write('other.jsonl', `${at}\n`);
  }
  spool.flush();
  expect(await read(spool, 'one.jsonl')).toEqual(all);
  spool.write('one.jsonl', '"more"\n');
  spool.close();
  expect((await read(spool, 'one.jsonl')).at(-1)).toBe('more');
  expect(await read(spool, 'other.jsonl')).toHaveLength(Math.ceil(all.length / 3));
  expect(await read(spool, 'none.jsonl')).toEqual([]);
  expect(statSync(path.join(folder, 'one.jsonl')).mode & 0o777).toBe(0o600);
});

test.runIf(existsSync('/dev/full'))('a full disk is told, also of a text that was kept', () => {
  const files = new TextFiles('/dev');
  files.write('full', 'short');
  expect(() => files.close()).toThrow(/ENOSPC/);
});

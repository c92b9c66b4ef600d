import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodeOf, ingest } from '../../src/ingest/ingest.ts';

let folder: string;
let rejectsFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-bounds-'));
  rejectsFile = path.join(tmpdir(), `entente-rejects-${process.pid}.jsonl`);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(rejectsFile, { force: true });
});

const put = (name: string, content: string) => writeFileSync(path.join(folder, name), content);
const rejects = () =>
  readFileSync(rejectsFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; reason: string; excerpt: string });
const ARTICLE =
  'On 3 March 2025 the foreign ministers of Japan and Norway signed a treaty in Oslo. ';
/** Some seconds of work. */
const LONG = ARTICLE.repeat(4_800);

test.each([1, 2])(
  'with %i threads, a document past its deadline is rejected by name and the rest goes on',
  async (jobs) => {
    put('a.txt', ARTICLE);
    put('b.txt', LONG);
    put('c.txt', `${ARTICLE}They met again in Tokyo.`);
    const report = await ingest(null, [folder], {
      jobs,
      rejectsFile,
      bounds: { cpuMs: 1_500, memoryMb: 256 },
    });
    expect(report).toMatchObject({
      documents: 2,
      rejected: 1,
      withoutFacts: 0,
      rejects: rejectsFile,
    });
    expect(report.statements).toBeGreaterThan(2);
    expect(Object.keys(report.reasons)).toEqual([
      'takes more than N.N s to read; split it, or raise DOCUMENT_TIMEOUT_MS',
    ]);
    expect(rejects()).toEqual([
      {
        file: 'b.txt',
        line: null,
        byteOffset: null,
        reason: 'takes more than 1.5 s to read; split it, or raise DOCUMENT_TIMEOUT_MS',
        excerpt: LONG.slice(0, 200),
      },
    ]);
    expect(exitCodeOf(report)).toBe(3);
  },
  60_000,
);

test('a file that needs too much memory ends its thread, not the process', async () => {
  put('a.txt', ARTICLE);
  const entries = `<item>${'<a b="c"/>'.repeat(100)}</item>`.repeat(6_000);
  put('b.xml', `<rss><channel>${entries}</channel></rss>`);
  put('c.txt', `${ARTICLE}They met again in Tokyo.`);
  const report = await ingest(null, [folder], {
    rejectsFile,
    bounds: { cpuMs: 120_000, memoryMb: 128 },
  });
  expect(report).toMatchObject({ documents: 2, rejected: 1 });
  expect(rejects()).toMatchObject([
    {
      file: 'b.xml',
      reason: 'needs more than 128 MB of memory; split it, or raise DOCUMENT_MEMORY_MB',
    },
  ]);
}, 120_000);

test('asked to stop, an ingest does not wait for the document under way', async () => {
  put('a.txt', LONG);
  put('b.txt', LONG.replaceAll('Japan', 'Poland'));
  const stop = new AbortController();
  const begun = ingest(null, [folder], { signal: stop.signal });
  setTimeout(() => stop.abort(), 300);
  expect(await begun).toMatchObject({ documents: 0, rejected: 0, interrupted: true });
}, 60_000);

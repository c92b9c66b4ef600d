import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodeOf, ingest } from '../../src/ingest/ingest.ts';

const SAID = 'Norwegian Defence Minister Lars Holm met Danish Defence Minister Eva Berg in Oslo.';
const GERMAN = 'Der Minister hat am Montag in Oslo ein Abkommen über Boote unterzeichnet.';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const dryRun = () => ingest(null, [folder]);
const lines = (...texts: string[]) =>
  texts.map((text, at) => JSON.stringify({ id: String(at), text })).join('\n');

test('all good is 0, with what was read', async () => {
  put('a.txt', SAID);
  const report = await dryRun();
  expect(report).toMatchObject({ documents: 1, withoutFacts: 0, rejected: 0, mostlyEmpty: [] });
  expect(report.statements).toBeGreaterThan(1);
  expect(exitCodeOf(report)).toBe(0);
});

test('each document without facts is named, with the reason', async () => {
  put('a.txt', SAID);
  put('b.txt', SAID.replace('Lars', 'Otto'));
  put('c.txt', GERMAN);
  put('d.txt', 'Nothing that is of interest is told in this text of ours, and nobody is named.');
  const report = await dryRun();
  expect(report.documentsWithoutFacts).toEqual([
    { file: 'c.txt', reason: 'not in English (it seems to be German)' },
    { file: 'd.txt', reason: 'no fact was found in it' },
  ]);
  expect([report.withoutFacts, exitCodeOf(report)]).toEqual([2, 0]);
});

test('a refused file is named, the rest is read, and the code is 3', async () => {
  put('a.txt', SAID);
  put('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>China</text></svg>');
  const report = await dryRun();
  expect(report).toMatchObject({
    documents: 1,
    rejected: 1,
    rejectedFiles: [{ file: 'drawing.svg', reason: expect.stringContaining('is a drawing') }],
  });
  expect(exitCodeOf(report)).toBe(3);
});

test('a collection most of which gives nothing is named, and the code is 3', async () => {
  put('articles/a.txt', SAID);
  put('articles/b.txt', SAID.replace('Lars', 'Otto'));
  put('articles/c.txt', SAID.replace('Lars', 'Jens'));
  put('mixed.jsonl', lines(SAID, GERMAN, GERMAN.replace('Boote', 'Schiffe')));
  const report = await dryRun();
  expect(report.mostlyEmpty).toEqual(['mixed.jsonl']);
  expect(exitCodeOf(report)).toBe(3);
});

test('nothing usable is 1, and so is a folder with nothing in it, which is named', async () => {
  const nothing = await dryRun();
  expect(nothing.rejectedFiles).toEqual([
    { file: folder, reason: 'holds nothing to read; check the path' },
  ]);
  expect(exitCodeOf(nothing)).toBe(1);
  put('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(exitCodeOf(await dryRun())).toBe(1);
});

test('keys that are not read are told', async () => {
  put('a.jsonl', JSON.stringify({ text: SAID, byline: 'A. Nobody', wordCount: 12 }));
  const { warnings } = await dryRun();
  expect(warnings.join('\n')).toMatch(/a\.jsonl: not read: byline, wordCount/);
});

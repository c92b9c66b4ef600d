import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAll } from '../../src/ingest/readers/read.ts';
import { repair } from '../../src/ingest/text/repair.ts';
import type { SourceDocument } from '../../src/model/extraction.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../examples/documents');
const ARTICLES = path.resolve(import.meta.dirname, '../../../shared/articles');
const SIDECAR = '.meta.json';
const files = readdirSync(FOLDER).sort();
const sidecars = files.filter((file) => file.endsWith(SIDECAR));

/** As many words in a row are no longer chance. */
const COPIED_WORDS = 8;

let documents: readonly SourceDocument[];

beforeAll(async () => {
  const read: SourceDocument[] = [];
  for await (const item of readAll([FOLDER], {})) {
    if ('reject' in item) throw new Error(`${item.reject.file}: ${item.reject.reason}`);
    if ('skip' in item) continue;
    // One example is Windows-1252 on purpose, which nothing declares.
    if ('warning' in item) expect(item.warning).toMatch(/sweden-c390\.txt: is neither UTF-8/);
    else expect(item.warnings).toEqual([]);
    if ('document' in item) read.push(item.document);
  }
  documents = read;
});

/** A name of eight words, which nobody can say in others. */
const LONG_NAME = /Framework for the US[- ]India Major Defen[cs]e Partnership/gi;

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function sequences(text: string): string[] {
  const all = words(text.replace(LONG_NAME, 'framework'));
  return all.slice(COPIED_WORDS - 1).map((_, at) => all.slice(at, at + COPIED_WORDS).join(' '));
}

describe('the example documents', () => {
  test('are of every format that is read', () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
    const formats = new Set(files.map((file) => file.replace(/^[^.]*/, '')));
    expect([...formats].sort()).toEqual([
      '.atom.xml',
      '.html',
      '.jsonl',
      '.md',
      SIDECAR,
      '.rss.xml',
      '.txt',
    ]);
  });

  test('tell their title, address, publisher and day', () => {
    const bare = documents.filter(
      ({ title, url, publisher, publishedOn }) =>
        !title ||
        publisher !== 'Entente examples' ||
        !url?.startsWith('https://example.org/') ||
        !/^\d{4}-\d\d-\d\d$/.test(publishedOn ?? ''),
    );
    expect(bare.map(({ source }) => source)).toEqual([]);
  });

  test('are short', () => {
    const lengths = documents.map(({ source, raw }) => ({ source, words: words(raw).length }));
    expect(lengths.filter((length) => length.words < 120 || length.words > 450)).toEqual([]);
  });

  test('have different titles', () => {
    const titles = documents.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(sidecars)('%s has its four fields and a file beside it', (sidecar) => {
    const data: unknown = JSON.parse(readFileSync(path.join(FOLDER, sidecar), 'utf8'));
    const text = expect.stringMatching(/\S/);
    expect(data).toEqual({ title: text, url: text, publisher: text, publishedOn: text });
    const stem = sidecar.slice(0, -SIDECAR.length);
    expect(files.filter((file) => file === `${stem}.txt` || file === `${stem}.md`)).toHaveLength(1);
  });

  test.each([
    ['2023-02-03-norway-leopard.txt', 'UTF-16', 'Jonas Gahr Støre'],
    ['2024-11-15-sweden-c390.txt', 'Windows-1252', 'Pål Jonson'],
    ['2024-04-22-balikatan.txt', 'UTF-8 read as Windows-1252', '“shoulder to shoulder”'],
    ['2026-01-26-driscoll-delhi.txt', 'UTF-8 read as CP866', 'the visitor’s first stop'],
  ])('%s is %s on disk, and readable', (file, _, sentence) => {
    expect(readFileSync(path.join(FOLDER, file), 'utf8')).not.toContain(sentence);
    const { raw } = documents.find(({ source }) => path.basename(source) === file)!;
    expect(repair(raw).text).toContain(sentence);
  });
});

describe.skipIf(!existsSync(ARTICLES))(
  'the example documents beside real articles (needs the shared folder)',
  () => {
    test(`share no ${COPIED_WORDS} words in a row with them`, () => {
      const real = new Set(
        readdirSync(ARTICLES).flatMap((file) =>
          sequences(readFileSync(path.join(ARTICLES, file), 'utf8')),
        ),
      );
      const copied = documents.flatMap(({ source, raw }) =>
        sequences(repair(raw).text)
          .filter((sequence) => real.has(sequence))
          .map((sequence) => `${source}: ${sequence}`),
      );
      expect(copied).toEqual([]);
    });
  },
);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { ingest, type Report } from '../../../src/ingest/ingest.ts';
import { answerOf } from '../../graph/known-graph.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { makePdf } from '../readers/paged/make-pdf.ts';

const said = (name: string, town: string) =>
  `Norwegian Defence Minister ${name} Holm met Danish Defence Minister Eva Berg in ${town}.`;
const item = (name: string, guid: string) =>
  `<item><title>Talks of ${name}</title><guid>${guid}</guid><description>${said(name, 'Oslo')}</description></item>`;
const PAGES = ['Jens', 'Nils'].map((name) => said(name, 'Bergen'));

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'a.txt': said('Lars', 'Oslo'),
  'b.md': `---\ntitle: Talks\ndate: 2024-03-11\n---\n\n${said('Otto', 'Oslo')}`,
  'c.html': `<!doctype html><title>Talks</title><p>${said('Rolf', 'Oslo')}</p><p>They are to meet again.</p>`,
  'd.eml': `From: a@example.org\nSubject: Talks\nDate: Wed, 15 May 2024 08:00:00 +0200\n\n${said('Knut', 'Oslo')}\n`,
  'e.json': JSON.stringify({
    items: ['Olav', 'Finn'].map((name) => ({ id: 'x', text: said(name, 'Oslo') })),
  }),
  'f.jsonl': JSON.stringify({ text: said('Tore', 'Oslo') }),
  'g.csv': `id,text\n1,"${said('Geir', 'Oslo')}"\n2,"${said('Leif', 'Oslo')}"\n`,
  'h.xml': `<rss><channel>${item('Erik', '')}${item('Odd', '')}${item('Stig', 'same')}${item('Egil', 'same')}</channel></rss>`,
  'i.pdf': makePdf(PAGES),
  'j.txt.gz': gzipSync(said('Arne', 'Oslo')),
};

let folder: string;
let database: Database;
let first: Report;
const sent: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-twice-'));
  for (const [name, content] of Object.entries(FILES))
    writeFileSync(path.join(folder, name), content);
  database = await emptyDatabase({ onStatement: ({ name }) => sent.push(name) });
  first = await ingest(database, [folder]);
}, 120_000);
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true });
});

test('a second run over all formats writes nothing', async () => {
  expect(first).toMatchObject({ rejected: 0, withoutFacts: 0, unchanged: 0 });
  expect(first.written).toBe(first.documents);
  sent.length = 0;
  const second = await ingest(database, [folder]);
  expect(second).toMatchObject({ written: 0, unchanged: first.documents, rejected: 0 });
  // What it costs to see that there is nothing to resolve either.
  expect(sent.filter((name) => name !== 'documentStates')).toEqual(['anyUnresolved']);
});

test('a quote of a PDF knows its page, in the API and in the export', async () => {
  const { statements } = await answerOf(
    database,
    '{ statements(first: 100, where: { type: { eq: HOLDS_POSITION } }) { edges { node { page quote } } } }',
  );
  const pageOf = new Map<string, number | null>(
    statements.edges.map(({ node }: { node: { quote: string; page: number | null } }) => [
      node.quote,
      node.page,
    ]),
  );
  expect(PAGES.map((quote) => pageOf.get(quote))).toEqual([1, 2]);
  expect(pageOf.get(said('Lars', 'Oslo'))).toBeNull();
  const pages = new Set<number>();
  for await (const line of exportJsonLines(database))
    for (const { doc, page } of JSON.parse(line).evidence ?? [])
      if (page !== undefined && page !== null) {
        expect(doc).toMatch(/^i/);
        pages.add(page);
      }
  expect([...pages].sort()).toEqual([1, 2]);
});

test('a text that was corrected is read again under another name', async () => {
  const [old, now] = [said('Anton', 'Oslo'), said('Anton', 'Bergen')];
  const read = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return ingest(database, [file]);
  };
  expect(await read('revised.txt', old)).toMatchObject({ written: 1, replaced: 0 });
  expect(await read('revised.txt', now)).toMatchObject({
    ...{ written: 1, replaced: 1 },
    replacedDocuments: [{ file: 'revised.txt', reason: expect.stringMatching(/took the place/) }],
  });
  const again = await read('other.txt', old);
  expect(again).toMatchObject({ written: 1, unchanged: 0, withoutFacts: 0 });
  expect(await read('other.txt', old)).toMatchObject({ written: 0, unchanged: 1 });
  expect(await read('revised.txt', now)).toMatchObject({ written: 0, unchanged: 1 });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { buildGraph } from '../../../src/evaluation/graph/build-graph.ts';
import { exportLines } from '../../../src/evaluation/graph/graph-export.ts';
import { storiesOf } from '../../../src/evaluation/graph/stories.ts';
import { exportJsonLines } from '../../../src/export/json-lines.ts';
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { readAll } from '../../../src/ingest/readers/read.ts';
import type { SourceDocument } from '../../../src/model/extraction.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';

/** A plan and its outcome, a reprint, a notice and a story of one sale, a feed, a rumour. */
const EXAMPLES = [
  '2025-08-05-australia-mogami.txt',
  '2025-08-06-australia-mogami-reprint.txt',
  '2025-08-26-intersessional.txt',
  '2025-10-31-framework-signed.txt',
  '2025-11-19-javelin-notice.txt',
  '2025-11-20-javelin-story.html',
  '2025-02-15-f35-india-reports.txt',
  'ministries.rss.xml',
].map((name) => path.resolve(import.meta.dirname, '../../../examples/documents', name));

/** One of two spellings, who is also named by a surname alone, and another of that name. */
const SPELT: Readonly<Record<string, string>> = {
  'one.txt': 'Ukrainian President Ines Kravchuk met Danish Defence Minister Eva Berg in Oslo.',
  'two.txt': 'Ukrainian President Ines Kravtchuk visited Poland.',
  'three.txt': 'Ukrainian President Kravchuk signed the Kyiv Drone Agreement.',
  'four.txt': 'Estonian Defence Minister Taras Kravchuk visited Finland.',
};

let database: Database;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-measured-'));
  for (const [name, text] of Object.entries(SPELT)) writeFileSync(path.join(folder, name), text);
  database = await emptyDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('the graph that is measured is the graph that is written', async () => {
  const files = [...EXAMPLES, folder];
  expect((await ingest(database, files)).merged).toBeGreaterThanOrEqual(2);
  const exported: string[] = [];
  for await (const line of exportJsonLines(database)) exported.push(line);

  const sources: SourceDocument[] = [];
  for await (const item of readAll(files, {})) if ('document' in item) sources.push(item.document);
  const extractor = loadExtractor();
  const documents = sources.map((source) => ({
    // As the export calls it.
    name: source.source.replace(/\.(?:txt|html|xml)(?=#|$)/, ''),
    source,
    extraction: extract(source, extractor),
  }));
  const measured = exportLines(buildGraph(documents, extractor.lexicon));

  const [ours, written] = [measured, exported].map((lines) => new Set(lines.map(sorted)));
  const only = (a: Set<string>, b: Set<string>) => [...a].filter((line) => !b.has(line));
  expect(only(ours!, written!)).toEqual([]);
  expect(only(written!, ours!)).toEqual([]);
}, 120_000);

/** The line with its keys in order. */
function sorted(line: string): string {
  return JSON.stringify(JSON.parse(line), (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
}

test('reprints are one story, whatever stands between them', () => {
  const words = (from: number) =>
    Array.from({ length: 80 }, (_, at) => `word${from + at}`).join(' ');
  const texts = [words(0), words(1000), `${words(0)} again`, 'short', words(2000), words(1001)];
  expect(storiesOf(texts)).toEqual([0, 1, 0, 3, 4, 1]);
});

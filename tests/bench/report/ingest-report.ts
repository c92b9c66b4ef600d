import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../src/root.ts';
import { LENGTH } from '../articles.ts';
import { machine } from './machine.ts';

/** What was measured since the checkpoint before. */
export interface Stretch {
  /** Since the start. */
  readonly documents: number;
  /** Milliseconds of CPU for one article. */
  readonly cpu: number;
  /** MB, after garbage collection. */
  readonly rss: number;
  readonly heap: number;
}

interface Outcome {
  readonly stretches: readonly Stretch[];
  readonly statements: number;
  /** Of rules and model. */
  readonly version: string;
}

export function table(stretches: readonly Stretch[]): string {
  return [
    '| articles so far | CPU of one, ms | articles a second on one core | heap, MB | RSS, MB |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...stretches.map(({ documents, cpu, rss, heap }) =>
      [
        '',
        documents.toLocaleString('en'),
        cpu.toFixed(1),
        (1_000 / cpu).toFixed(1),
        heap.toFixed(0),
        rss.toFixed(0),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}

const FILE = path.join(ROOT, 'docs/benchmarks-ingest.md');
const MARK = /(<!-- ingest -->\n)[\s\S]*?(<!-- \/ingest -->)/;

/** The table, and what it was measured on. */
export function figures({ stretches, statements, version }: Outcome): string {
  const date = new Date().toISOString().slice(0, 10);
  const documents = stretches.at(-1)?.documents ?? 0;
  return `${table(stretches)}

Measured on ${date}, ${machine()}, extractor \`${version}\`:
${documents.toLocaleString('en')} articles of ${LENGTH.toLocaleString('en')} characters, ${(statements / documents).toFixed(0)} statements each.`;
}

/** Writes the figures between the marks of docs/benchmarks-ingest.md. */
export function writeIngestDocs(outcome: Outcome): void {
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(MARK, `$1${figures(outcome)}\n$2`));
}

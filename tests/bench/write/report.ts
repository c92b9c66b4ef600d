import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { barChart } from '../../../src/evaluation/report/bar-chart.ts';
import { ROOT } from '../../../src/root.ts';
import { machine } from '../report/machine.ts';
import { textChart } from '../report/text-chart.ts';
import type { Corpus } from './corpus.ts';
import { type Cpu, sumOf } from './cpu.ts';
import type { WorkersMeasured } from './workers.ts';

export interface Measured {
  readonly corpus: Corpus;
  /** CPU for each document since the checkpoint before. */
  readonly ours: ReadonlyMap<number, Cpu>;
  readonly bare: ReadonlyMap<number, Cpu>;
  readonly unchanged: Cpu;
  readonly exported: { readonly lines: number; readonly cpu: Cpu };
  /** A bulk load of so many, in CPU for each, and how many times as much it is in batches. */
  readonly bulk: { readonly documents: number; readonly cpu: number; readonly times: number };
}

const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1));

/** How many times as much a document costs in a graph of 5,000 as in one of 500. */
function growth(ours: ReadonlyMap<number, Cpu>): string {
  const [few, many] = [ours.get(500), ours.get(5_000)];
  if (few === undefined || many === undefined) return 'Growth: not measured.';
  return `Growth from 500 to 5,000 documents: ${(sumOf(many) / sumOf(few)).toFixed(2)} times.`;
}

function table({ corpus, ours, bare, unchanged, exported, bulk }: Measured): string {
  const rows = [...ours].map(([documents, cpu]) => {
    const limit = bare.get(documents)!;
    const share = sumOf(limit) / sumOf(cpu);
    const cells = [cpu.java, cpu.node, sumOf(cpu), sumOf(limit)].map(ms);
    return `| ${documents.toLocaleString('en')} | ${cells.join(' | ')} | ${share.toFixed(2)} |`;
  });
  return [
    `**${corpus.name}**, ${corpus.statements.toFixed(1)} statements each; reading one takes ${ms(corpus.readMs)} ms.`,
    '',
    '| documents in the graph | Neo4j, ms | Node, ms | both | bare driver | share of the limit |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    growth(ours),
    '',
    `Unchanged: ${sumOf(unchanged).toFixed(2)} ms. Export: ${Math.round((exported.lines * 1_000) / sumOf(exported.cpu)).toLocaleString('en')} lines a second of CPU. Bulk load of ${bulk.documents.toLocaleString('en')}: ${ms(bulk.cpu)} ms each, ${bulk.times.toFixed(1)} times less than in batches.`,
  ].join('\n');
}

export const tables = (all: readonly Measured[]): string => all.map(table).join('\n\n');

/** Documents a second of some workers. */
export const workersTable = (all: readonly WorkersMeasured[]): string =>
  [
    '| programs that extract, one thread each | documents a second, read and written |',
    '| ---: | ---: |',
    ...all.map(({ workers, perSecond }) => `| ${workers} | ${perSecond.toFixed(1)} |`),
  ].join('\n');

const NAMES = ['Entente', 'bare driver'];
const groupsOf = (all: readonly Measured[]) =>
  all.flatMap(({ corpus, ours, bare }) =>
    [...ours].map(([documents, cpu]) => ({
      title: `${corpus.name}, ${documents.toLocaleString('en')} in the graph`,
      bars: [sumOf(cpu), sumOf(bare.get(documents)!)],
    })),
  );
const longestOf = (all: readonly Measured[]) =>
  Math.max(...groupsOf(all).flatMap(({ bars }) => bars));

/** CPU for each document at each size, as bars of text. */
export const chartOf = (all: readonly Measured[]): string =>
  textChart(
    groupsOf(all).map(({ title, bars }) => ({
      title,
      bars: NAMES.map((name, at) => [name, bars[at]] as const),
    })),
    longestOf(all),
    ' ms',
  );

const FILE = path.join(ROOT, 'docs/benchmarks-ingest.md');
const CHART = path.join(ROOT, 'docs/benchmarks-ingest.svg');

/** Writes a text between two marks of the page, with the day and the machine under it. */
function writeBetween(mark: string, paragraphs: readonly string[]): void {
  const marks = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  const day = new Date().toISOString().slice(0, 10);
  const text = [...paragraphs, `Measured on ${day}, ${machine()}.\n`].join('\n\n');
  const page = readFileSync(FILE, 'utf8');
  writeFileSync(
    FILE,
    page.replace(marks, (_, open, close) => `${open}${text}${close}`),
  );
}

/** Writes the figures of CPU into docs/benchmarks-ingest.md, and their chart beside it. */
export function writeCpu(all: readonly Measured[]): void {
  const chart = barChart({
    title: 'CPU of Node and Neo4j to write one document, ms',
    names: NAMES,
    groups: groupsOf(all),
    longest: longestOf(all),
    unit: ' ms',
    line: 0,
  });
  writeFileSync(CHART, chart);
  const picture = '![CPU to write one document, at graphs of growing sizes](benchmarks-ingest.svg)';
  writeBetween('write', [picture, tables(all)]);
}

interface Resolved {
  readonly entities: number;
  readonly documents: number;
  /** Seconds. */
  readonly cpu: number;
  /** MB, the most that the process had. */
  readonly memory: number;
}

/** Resolutions of 25 documents more, each in a graph of so many entities. */
interface ResolvedMore {
  readonly entities: number;
  readonly cpu: readonly Cpu[];
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Writes what it takes to find out which entities are one into the same page. */
export function writeIdentities(all: Resolved, more: ResolvedMore): void {
  const { entities, documents, cpu, memory } = all;
  const seconds = (part: (one: Cpu) => number) => (median(more.cpu.map(part)) / 1_000).toFixed(2);
  writeBetween('identities', [
    [
      '| | |',
      '| --- | ---: |',
      `| ${entities.toLocaleString('en')} entities of ${documents.toLocaleString('en')} documents at once, CPU | ${cpu.toFixed(1)} s |`,
      `| the most memory of that process | ${Math.round(memory)} MB |`,
      `| 25 documents more in a graph of ${more.entities.toLocaleString('en')} entities, CPU of Node | ${seconds(({ node }) => node)} s |`,
      `| the same, of Neo4j | ${seconds(({ java }) => java)} s |`,
    ].join('\n'),
  ]);
}

/** Writes what workers on a queue did into the same page. */
export const writeWorkers = (workers: readonly WorkersMeasured[]): void =>
  writeBetween('workers', ['Workers on a queue, on articles:', workersTable(workers)]);

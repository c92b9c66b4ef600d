import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../src/root.ts';
import { machine } from '../report/machine.ts';
import type { Corpus } from './corpus.ts';
import { type Cpu, sumOf } from './cpu.ts';

export interface Measured {
  readonly corpus: Corpus;
  /** CPU for each document of the batch before a checkpoint. */
  readonly ours: ReadonlyMap<number, Cpu>;
  readonly bare: ReadonlyMap<number, Cpu>;
  readonly unchanged: Cpu;
  readonly exported: { readonly lines: number; readonly cpu: Cpu };
}

const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1));

function table({ corpus, ours, bare, unchanged, exported }: Measured): string {
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
    `Unchanged: ${sumOf(unchanged).toFixed(2)} ms. Export: ${Math.round((exported.lines * 1_000) / sumOf(exported.cpu)).toLocaleString('en')} lines a second of CPU.`,
  ].join('\n');
}

export const tables = (all: readonly Measured[]): string => all.map(table).join('\n\n');

const FILE = path.join(ROOT, 'docs/benchmarks-ingest.md');
const MARK = /(<!-- write -->\n)[\s\S]*?(<!-- \/write -->)/;

/** Writes the figures between the marks of docs/benchmarks-ingest.md. */
export function writeDocs(all: readonly Measured[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const text = `${tables(all)}\n\nMeasured on ${day}, ${machine()}.\n`;
  writeFileSync(
    FILE,
    readFileSync(FILE, 'utf8').replace(MARK, (_, a, b) => `${a}${text}${b}`),
  );
}

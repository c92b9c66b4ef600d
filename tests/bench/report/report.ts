import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { barChart } from '../../../src/evaluation/report/bar-chart.ts';
import { ROOT } from '../../../src/root.ts';
import type { Measured } from '../measure.ts';
import { machine } from './machine.ts';
import { textChart } from './text-chart.ts';

export interface Outcome {
  readonly size: number;
  readonly rows: readonly Measured[];
  /** Peak memory in MB, by server. */
  readonly memory: Readonly<Record<string, number>>;
}
interface Titled {
  readonly name: string;
  readonly title: string;
}

const OURS = 'entente';
const PEER = '@neo4j/graphql';
const RAW = 'driver';

const number = (value: number | undefined, digits = 2) =>
  value === undefined || Number.isNaN(value) ? '' : value.toFixed(value >= 100 ? 0 : digits);

const find = (rows: readonly Measured[], workload: string, concurrency: number, target: string) =>
  rows.find(
    (row) => row.workload === workload && row.concurrency === concurrency && row.target === target,
  );

/** How many times as long as the driver, and how many times as fast as the peer. */
function ratios(rows: readonly Measured[], workload: string, concurrency: number) {
  const [ours, peer] = [OURS, PEER].map((name) => find(rows, workload, concurrency, name));
  return {
    raw: ours?.timesReference,
    peer: ours && peer && peer.timesReference / ours.timesReference,
  };
}

/** One line for each workload and concurrency. */
export function table(
  workloads: readonly Titled[],
  rows: readonly Measured[],
  small: readonly Measured[] = [],
): string {
  const lines = [
    '| workload | at once | p50, ms | times the driver | faster than @neo4j/graphql | CPU per request, ms: Entente, @neo4j/graphql, driver | p50 on the large graph / small graph: Entente, driver | not answered |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { name, title } of workloads)
    for (const concurrency of new Set(rows.map((row) => row.concurrency))) {
      const ours = find(rows, name, concurrency, OURS);
      if (!ours) continue;
      const { raw, peer } = ratios(rows, name, concurrency);
      const cpu = [OURS, PEER, RAW].map((target) => find(rows, name, concurrency, target)?.cpu);
      const growth = [OURS, RAW].flatMap((target) => {
        const before = find(small, name, concurrency, target);
        return before ? number(find(rows, name, concurrency, target)!.p50 / before.p50) : [];
      });
      const cells = [
        title,
        concurrency,
        number(ours.p50),
        number(raw),
        number(peer, 1),
        cpu.map((ms) => number(ms)).join(', '),
        growth.join(', '),
        ours.failed || '',
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  return lines.join('\n');
}

const LONGEST = 4;
/** Of one request at a time, as multiples of the driver. */
const groups = (workloads: readonly Titled[], rows: readonly Measured[]) =>
  workloads
    .filter(({ name }) => find(rows, name, 1, OURS))
    .map(({ name, title }) => ({
      title,
      times: [OURS, PEER].map((target) => find(rows, name, 1, target)?.timesReference),
    }));

/** The same as the chart of the docs, for a terminal. */
export function chart(workloads: readonly Titled[], rows: readonly Measured[]): string {
  const bars = groups(workloads, rows).map(({ title, times }) => ({
    title,
    bars: [['Entente', times[0]] as const, [PEER, times[1]] as const],
  }));
  return textChart(bars, LONGEST, '×');
}

const MARK = /(<!-- benchmark -->\n)[\s\S]*?(<!-- \/benchmark -->)/;

/** Writes docs/benchmarks.md, its chart, and the table of the README. */
export function writeDocs(
  workloads: readonly Titled[],
  large: Outcome,
  small: Outcome,
  date: string,
): void {
  const measured = workloads.filter(({ name }) => find(large.rows, name, 1, OURS));
  const memory = Object.entries(large.memory).map(([name, mb]) => `${name} ${mb} MB`);
  const file = (name: string) => path.join(ROOT, name);
  writeFileSync(
    file('docs/benchmarks.svg'),
    barChart({
      title: 'Time of one request, as a multiple of hand-written Cypher over the bare driver',
      names: ['Entente', PEER],
      groups: groups(workloads, large.rows).map(({ title, times }) => ({ title, bars: times })),
      longest: LONGEST,
      unit: '×',
      line: 1,
    }),
  );
  writeFileSync(
    file('docs/benchmarks.md'),
    `# Benchmarks

Written by \`npm run bench -- --docs\` on ${date}. ${machine()}; the embedded Neo4j and all servers
share it. ${large.size.toLocaleString('en')} entities and ${(5 * large.size).toLocaleString('en')} relationships with hubs.

Three servers answer the same questions from one database: Entente; @neo4j/graphql 7, what its
language has no word for written in Cypher by hand; and hand-written Cypher over the bare driver
behind a bare HTTP server, which is the limit. Their answers are compared first. Each is asked in
slices of 200 ms whose order rotates; a ratio is the median over paired slices.

![Time of one request, as a multiple of hand-written Cypher](benchmarks.svg)

${table(workloads, large.rows, small.rows)}

Peak memory over the whole run: ${memory.join(', ')}. The list of 5,000 is beyond the limit of a
page, which is raised for it here. "Not answered" are requests that the server refused because too
many waited.
`,
  );
  const readme = readFileSync(file('README.md'), 'utf8');
  const lines = measured.map(({ name, title }) => {
    const [one, many] = [ratios(large.rows, name, 1), ratios(large.rows, name, 32)];
    return `| ${title} | ${number(one.raw)} | ${number(many.raw)} | ${number(one.peer, 1)} | ${number(many.peer, 1)} |`;
  });
  writeFileSync(
    file('README.md'),
    readme.replace(
      MARK,
      `$1
${[
  '| 1 and 32 requests at once | times hand-written Cypher, 1 | 32 | faster than @neo4j/graphql, 1 | 32 |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...lines,
].join('\n')}

Measured on ${date}, ${machine()}, ${large.size.toLocaleString('en')} entities, ${(5 * large.size).toLocaleString('en')} relationships: \`npm run bench -- --docs\`. [More](docs/benchmarks.md)

$2`,
    ),
  );
}
